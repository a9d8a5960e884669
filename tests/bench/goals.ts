import type { Python } from './python.ts';
import { secondsOf } from './paired.ts';

const missed: string[] = [];

/** A figure beside the most that it should be, in bold where it is more; `unreached` lists those. */
export function against(
  goal: number | undefined,
  figure: number,
  shown: string,
  what: string,
  showGoal = true,
): string {
  if (goal === undefined) return shown;
  const beside = showGoal ? ` (≤ ${goal})` : '';
  if (figure <= goal) return shown + beside;
  missed.push(`${what}: ${shown}, and should be at most ${goal}`);
  return `**${shown}**${beside}`;
}

/** The figures of this run that miss their goal, one a line. */
export function unreached(): string {
  return missed.length === 0 ? 'Every goal is reached.' : missed.map((line) => `- ${line}`).join('\n');
}

/** The Python whose package does it fastest; its arrays are loaded. */
export async function fastest(pythons: readonly Python[], run: string): Promise<Python | undefined> {
  let best: Python | undefined;
  let least = Infinity;
  const able = pythons.filter((python) => python.has(run));
  if (able.length <= 1) return able[0];
  for (const python of able) {
    const seconds = await secondsOf((repeat) => python.run(run, repeat));
    if (seconds < least) [best, least] = [python, seconds];
  }
  return best;
}

export const ratioText = (ratio: number): string =>
  ratio.toFixed(ratio < 0.0095 ? 4 : ratio < 0.0995 ? 3 : 2);
