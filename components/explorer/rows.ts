import type { Environment } from '../../src/formula/environment.ts';
import { renderFormula } from '../../src/formula/render.ts';
import { partsOf } from './parts.ts';
import type { Question } from './question.ts';
import { show, type Shown } from './shown.ts';

/** A part of the formula, typeset, with its value. */
export interface Row {
  readonly tex: string;
  readonly html: string;
  readonly shown: Shown | { readonly why: string };
}

/** What stands alone as a number or a symbol has nothing to be told about it. */
const plainKinds: readonly string[] = ['number', 'infinity', 'e', 'symbol', 'tuple'];

export const rowsOf = (
  { source, statement, scope }: Question,
  environment: Environment,
  display = false,
): readonly Row[] =>
  partsOf(source, statement, scope)
    .filter(({ expression }) => !plainKinds.includes(expression.kind))
    .map((part) => ({
      tex: part.tex,
      html: renderFormula(part.tex, { display }),
      shown: show(part, environment),
    }));
