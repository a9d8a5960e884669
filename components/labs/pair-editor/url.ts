import { fewestOutcomes, mostOutcomes, whole } from '../masses.ts';
import { cleanLabel, defaultLabels, type Setting } from './model.ts';
import { isQuantityName } from './quantities.ts';

/**
 * version ~ P ~ Q ~ labels ~ choices ~ R, as in `1~1.2.7~8.1.1`. Masses are integers in lowest terms; labels are left
 * out where they are a, b, c …, and whatever is last and usual is left out too.
 */
const version = '1';

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

const writeMasses = (masses: readonly number[]): string => {
  const common = masses.reduce(gcd);
  return masses.map((mass) => mass / common).join('.');
};

function readMasses(text: string | undefined): number[] | undefined {
  if (!text || !/^\d{1,7}(\.\d{1,7})+$/.test(text)) return undefined;
  const weights = text.split('.').map(Number);
  const sum = weights.reduce((a, b) => a + b, 0);
  if (weights.length < fewestOutcomes || weights.length > mostOutcomes) return undefined;
  return sum > 0 && whole % sum === 0 ? weights.map((weight) => (weight * whole) / sum) : undefined;
}

// Not percent-encoding: what passes a link on may decode that.
const escapes = { '!': '!!', '.': '!d', '~': '!t' } as const;
const writeLabel = (label: string): string => label.replace(/[!.~]/g, (sign) => escapes[sign as '!']);
const readLabel = (text: string): string =>
  text.replace(/!(.)/g, (pair, sign) => ({ '!': '!', d: '.', t: '~' })[sign as '!'] ?? pair);

function readLabels(text: string | undefined, outcomes: number): readonly string[] | undefined {
  if (!text) return defaultLabels(outcomes);
  const labels = text.split('.').map(readLabel);
  return labels.length === outcomes && labels.every((label) => label !== '' && label === cleanLabel(label))
    ? labels
    : undefined;
}

export function writeSetting({ pair, unit, chosen }: Setting): string {
  const usual = defaultLabels(pair.labels.length).every((label, x) => label === pair.labels[x]);
  const labels = usual ? '' : pair.labels.map(writeLabel).join('.');
  const choices = [...(chosen === 'kl' ? [] : [chosen]), ...(unit === 'nats' ? [] : [unit])].join('.');
  const fields = [
    version,
    writeMasses(pair.P),
    writeMasses(pair.Q),
    labels,
    choices,
    pair.R ? writeMasses(pair.R) : '',
  ];
  while (fields.at(-1) === '') fields.pop();
  return fields.join('~');
}

/** The setting of a link, or undefined where this version cannot have written it. */
export function readSetting(text: string): Setting | undefined {
  const fields = text.split('~');
  const [written, forP, forQ, names, choices = '', forR] = fields;
  const P = readMasses(forP);
  const Q = readMasses(forQ);
  const R = readMasses(forR);
  if (written !== version || fields.length > 6 || !P || !Q || P.length !== Q.length) return undefined;
  if (fields.length > 5 && R?.length !== P.length) return undefined;
  const labels = readLabels(names, P.length);
  const words = choices === '' ? [] : choices.split('.');
  const chosen = words.filter(isQuantityName);
  const units = words.filter((word) => word === 'bits');
  if (!labels || chosen.length > 1 || units.length > 1 || chosen.length + units.length < words.length)
    return undefined;
  return { pair: { P, Q, ...(R && { R }), labels }, chosen: chosen[0] ?? 'kl', unit: units[0] ?? 'nats' };
}

/** What the query says under `key`: nothing, a setting, or something that cannot be read. */
export function fromQuery(search: string, key: string): Setting | 'none' | 'unreadable' {
  const text = new URLSearchParams(search).get(key);
  return text === null ? 'none' : (readSetting(text) ?? 'unreadable');
}

/** The query with `key` set, or taken out; the other keys stay as they were written. */
export function intoQuery(search: string, key: string, setting: Setting | undefined): string {
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && part.split('=')[0] !== key);
  const own = setting ? [`${key}=${encodeURIComponent(writeSetting(setting))}`] : [];
  const query = [...others, ...own].join('&');
  return query === '' ? '' : `?${query}`;
}
