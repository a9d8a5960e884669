import { limits } from './limits.ts';

/** Masses in millionths: short exact decimals whose sum is exactly one. */
export const whole = 1_000_000;

export function decimalOf(millionths: number): string {
  const size = Math.abs(millionths);
  const places = String(size % whole)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const units = String(Math.floor(size / whole));
  return `${millionths < 0 ? '-' : ''}${units}${places && `.${places}`}`;
}

/** The canonical form of a decimal that was typed: '.50' is '0.5'. Undefined for what is none. */
export function canonical(text: string): string | undefined {
  const [, sign, units = '', places = ''] = /^([-−]?)(\d{0,9})(?:\.(\d*))?$/.exec(text.trim()) ?? [];
  if (sign === undefined || units + places === '' || places.length > limits.places) return undefined;
  const short = places.replace(/0+$/, '');
  const number = `${units.replace(/^0+(?=\d)/, '') || '0'}${short && `.${short}`}`;
  return sign && number !== '0' ? `-${number}` : number;
}

const scale = 10n ** BigInt(limits.places);

/** A canonical decimal as a whole number of the smallest places. */
function units(decimal: string): bigint {
  const [before = '0', after = ''] = decimal.replace('-', '').split('.');
  const size = BigInt(before) * scale + BigInt(after.padEnd(limits.places, '0'));
  return decimal.startsWith('-') ? -size : size;
}

function written(size: bigint): string {
  const places = String(size % scale)
    .padStart(limits.places, '0')
    .replace(/0+$/, '');
  return `${size / scale}${places && `.${places}`}`;
}

/** Why there cannot be so many outcomes here; undefined where there can. */
export function notCount(name: string, values: readonly string[]): string | undefined {
  const { fewestOutcomes, mostOutcomes } = limits;
  if (values.length >= fewestOutcomes && values.length <= mostOutcomes) return undefined;
  return `${name} has ${values.length} ${values.length === 1 ? 'outcome' : 'outcomes'}; from ${fewestOutcomes} to ${mostOutcomes} are possible here`;
}

/** Why these decimals are no pmf, in the words of the core; undefined where they are one. */
export function notPmf(name: string, masses: readonly string[]): string | undefined {
  const count = notCount(name, masses);
  if (count !== undefined) return count;
  const wrong = masses.findIndex((mass) => units(mass) < 0n || units(mass) > scale);
  if (wrong >= 0) return `${name}(${wrong + 1}) is ${masses[wrong]!}; every probability must lie in [0, 1]`;
  const total = masses.reduce((sum, mass) => sum + units(mass), 0n);
  return total === scale ? undefined : `${name} sums to ${written(total)}, not 1`;
}

/** The decimals that a reader typed, with commas or spaces between them. */
export function readDecimals(name: string, text: string): readonly string[] | { readonly problem: string } {
  const words = text
    .replace(/^[\s([]+|[\s)\]]+$/g, '')
    .split(/\s*[,;]\s*|\s+/)
    .slice(0, limits.mostOutcomes + 1);
  const masses = words.map(canonical);
  const strange = masses.indexOf(undefined);
  if (strange >= 0)
    return {
      problem: `${name}: “${words[strange]!.slice(0, 20)}” is not a decimal of at most ${limits.places} places; write numbers such as 0.2 with commas between them`,
    };
  return masses as string[];
}

/** The masses that a reader typed. */
export function readMasses(name: string, text: string): readonly string[] | { readonly problem: string } {
  const masses = readDecimals(name, text);
  const problem = 'problem' in masses ? undefined : notPmf(name, masses);
  return problem === undefined ? masses : { problem };
}
