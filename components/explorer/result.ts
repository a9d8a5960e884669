import type { Givens } from '../../src/formula/environment.ts';
import { addsNothing, nothingAdded, type WrittenScope } from '../../src/formula/written-scope.ts';
import type { Confirmation } from './confirm.ts';
import type { Ending } from './ending.ts';
import { greek, Html, markup } from './html.ts';
import type { Problem, Reading } from './reading.ts';
import type { Row } from './rows.ts';
import type { Progress } from './search.ts';
import type { Shown } from './shown.ts';

/** A computed number, with what it takes to compute it again; or the reason why there is none. */
const number = (shown: Shown | { readonly why: string }): Html =>
  'why' in shown
    ? markup`<span class="none">${shown.why}</span>`
    : markup`<data
        class="q"
        value="${shown.value}"
        data-of="${shown.of}"
        ${shown.unit && markup` data-in="${shown.unit}"`}
        ${
          shown.undecided &&
          markup` data-certainty="undecided" title="not certain to four digits; the digits shown are"`
        }
        >${shown.text}</data
      >`;

/** What whoever recomputes a number needs besides the site's notation. */
export const scopeAttribute = (scope: WrittenScope): Html | false =>
  !addsNothing(scope) && markup` data-scope="${JSON.stringify(scope)}"`;

/** Formulas with more TeX than this may be wider than a phone; they scroll, and a key must reach them to do so. */
const phoneWidth = 26;
const formula = (tex: string, typeset: string, display: boolean): Html => {
  const element = new Html(display ? 'div' : 'span');
  return markup`<${element}
    class="formula long"
    data-tex="${tex}"
    ${tex.length > phoneWidth && markup` tabindex="0" role="group" aria-label="Formula"`}
    >${new Html(typeset)}</${element}
  >`;
};

export const row = ({ tex, html: typeset, shown }: Row, display = false): Html =>
  markup`<tr>
    <td>${formula(tex, typeset, display)}</td>
    <td>${number(shown)}</td>
  </tr>`;

const verdicts: Readonly<Record<NonNullable<Reading['verdict']>, string>> = {
  holds: 'It holds for these values. Other values may break it.',
  fails: 'It does not hold for these values.',
  undecided: 'For these values its sides are too near to each other to tell them apart, or have no value.',
  excluded: 'The comment in the formula leaves these values out.',
};

/** What there is to see of a formula: the typeset one, the values of its parts, whether it holds here. */
export function readingHtml(reading: Reading, scope: WrittenScope = nothingAdded): Html {
  const { tex, html: typeset, rows, verdict, stated, values, editable, problem } = reading;
  const drawn = Object.fromEntries(Object.entries(values).filter(([name]) => !editable.includes(name)));
  return markup`${
    typeset !== undefined &&
    markup`<div
      class="equation"
      data-tex="${tex.trim()}"
      data-typed
      tabindex="0"
      role="group"
      aria-label="The formula, typeset"
    >
      ${new Html(typeset)}
    </div>`
  }${problem && problemHtml(tex, problem)}${
    rows.length > 0 && Object.keys(drawn).length > 0 && markup`<p>For instance: ${instanceHtml(drawn)}</p>`
  }${
    rows.length > 0 &&
    markup`<table class="parts" data-givens="${JSON.stringify(values)}"${scopeAttribute(scope)}>
      <tbody>
        ${rows.map((one) => row(one))}
      </tbody>
    </table>`
  }${verdict && markup`<p class="verdict-here ${verdict}">${verdicts[verdict]}</p>`}${
    stated !== undefined &&
    markup`<p class="verdict-here">Its comment says that it is stated, not executed: <span data-echo>${stated}</span>.</p>`
  }`;
}

const widest = 34;

/** The engine's message, the line that it speaks of, and a caret under the place. */
export function problemHtml(tex: string, { message, offset }: Problem): Html {
  const at = Math.min(Math.max(0, offset), tex.length);
  const start = tex.lastIndexOf('\n', at - 1) + 1;
  const line = tex.slice(start).split('\n')[0]!;
  const from = Math.max(0, at - start - Math.floor((widest * 2) / 3));
  const excerpt = line.slice(from, from + widest);
  return markup`<div class="problem">
    <p id="explorer-problem" data-sym>${message}</p>
    <pre aria-hidden="true"><span data-echo>${excerpt}</span>
${' '.repeat(at - start - from)}^</pre>
  </div>`;
}

const given = (name: string, value: string): Html =>
  markup`<data class="g" value="${value}" data-given="${name}">${value.replace('-', '−')}</data>`;

/** `P = (0.5, 0.5), Q = (0.75, 0.25)`. */
export const instanceHtml = (values: Givens): Html =>
  markup`<span class="instance" data-givens="${JSON.stringify(values)}"
    >${Object.entries(values).map(
      ([name, value]) =>
        markup`<span
          ><i class="letter letter-${greek(name)}">${greek(name)}</i> =
          ${
            typeof value === 'string'
              ? given(name, value)
              : markup`(${value.map((mass, x) => markup`${x > 0 && ', '}${given(`${name}(${String(x + 1)})`, mass)}`)})`
          }</span
        > `,
    )}</span
  >`;

const count = (tried: number): Html =>
  markup`<span data-sym>${String(tried).replace(/\B(?=(\d{3})+$)/g, '\u2009')}</span>`;

const endings: Readonly<Record<Ending, string>> = {
  searching: '',
  confirming: '',
  unconfirmed: '',
  done: '',
  stopped: ' The search was stopped.',
  late: ' The time for one search is over.',
  slow: ' One instance took too long to compute, so the search was ended.',
  broken: ' The search could not be run in this browser.',
};

const certainty: Readonly<Record<Confirmation, string>> = {
  'rational arithmetic': 'exactly, in fractions',
  'interval arithmetic': 'for certain, in intervals',
  'fifty digits': 'to fifty digits',
};

function headline({ tried, seeks, found }: Progress, ending: Ending, confirmed?: Confirmation): Html {
  const sought = seeks === 'witness' ? 'instance that bears it out' : 'counterexample';
  const instances = markup`${count(tried)} ${tried === 1 ? 'instance' : 'instances'}`;
  if (found && confirmed)
    return markup`<strong>${seeks === 'witness' ? 'It is borne out' : 'Broken'}</strong> after ${instances}, computed
    again ${certainty[confirmed]}:`;
  if (found) {
    const doubt = ending === 'confirming' ? 'It is being computed again' : 'It could not be computed again';
    return markup`Perhaps ${seeks === 'witness' ? 'borne out' : 'broken'} after ${instances}, as far as the sixteen
    digits of the browser tell. ${doubt} to fifty:`;
  }
  if (ending === 'searching') return markup`${instances} tried, no ${sought} so far.`;
  if (seeks === 'nothing')
    return markup`There is nothing to search for: the formula states nothing that could fail.`;
  return markup`No ${sought} among
  ${instances}.${ending === 'done' && ' That is evidence, not a proof.'}${endings[ending]}`;
}

/** The state of a search: its count, what was found, the least slack so far and where. */
export function progressHtml(
  progress: Progress,
  ending: Ending,
  scope: WrittenScope = nothingAdded,
  confirmed?: Confirmation,
): Html {
  const { found, least } = progress;
  return markup`<p class="headline">${headline(progress, ending, confirmed)}</p>
    ${
      found &&
      markup`<p>${instanceHtml(found.values)}</p>
        <table class="parts" data-givens="${JSON.stringify(found.values)}"${scopeAttribute(scope)}>
          <tbody>
            ${found.parts.map((one) => row(one))}
          </tbody>
        </table>`
    }${
      !found &&
      least &&
      markup`<p>
        ${least.kind === 'gap' ? 'Greatest gap between its sides' : 'Smallest slack'} so far:
        ${leastValue(least, scope)}<br />at ${instanceHtml(least.values)}
      </p>`
    }`;
}

const leastValue = ({ shown, values }: NonNullable<Progress['least']>, scope: WrittenScope): Html =>
  markup`<span data-givens="${JSON.stringify(values)}"${scopeAttribute(scope)}
    >${'why' in shown ? markup`${shown.why.replace(/^is /, '')}` : number(shown)}</span
  >`;
