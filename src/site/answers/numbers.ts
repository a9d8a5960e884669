/** JSON with the numbers that JSON has no way to write: ∞, NaN and −0. */
const MARK = '$number';

export const encode = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'number' && (!Number.isFinite(part) || Object.is(part, -0))
      ? { [MARK]: Object.is(part, -0) ? '-0' : String(part) }
      : part,
  );

export const decode = (text: string): unknown =>
  JSON.parse(text, (_, part: unknown) =>
    typeof part === 'object' && part !== null && MARK in part ? Number(part[MARK]) : part,
  );
