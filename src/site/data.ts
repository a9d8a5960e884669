import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readNotation, type Notation } from '../formula/notation.ts';
import type { z } from 'astro/zod';
import {
  claims,
  formalisations,
  glossary,
  libraryCalls,
  navigation,
  planned,
  references,
  siteFacts,
} from './schemas.ts';

function load<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(problems.join('\n'));
}

/** The YAML files of `content/`, read when first asked for and checked against their schema. */
export const loadReferences = () => load('content/references.yaml', references);
export const loadClaims = () => load('content/claims.yaml', claims);
export const loadNavigation = () => load('content/navigation.yaml', navigation);
export const loadGlossary = () => load('content/glossary.yaml', glossary);
export const loadFormalisations = () => load('content/formalisations.yaml', formalisations);
export const loadLibraryCalls = () => load('content/library-calls.json', libraryCalls);
export const loadPlanned = () => load('content/planned.yaml', planned);
export const loadNotation = (): Notation =>
  readNotation(parse(readFileSync('content/notation.yaml', 'utf8')));
export const loadSiteFacts = () => load('content/site.yaml', siteFacts);
