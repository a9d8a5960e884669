/** The values of ε between its ends, as decimals: about six to a decade. */
export const between = [
  '0.02',
  '0.03',
  '0.05',
  '0.07',
  '0.1',
  '0.15',
  '0.2',
  '0.3',
  '0.5',
  '0.7',
  '1',
  '1.5',
  '2',
  '3',
  '5',
  '7',
  '10',
] as const;

/** The steps of the slider: 0 is the exact plan, the last one the independent plan. */
export const lastStep = between.length + 1;

export const sign = (step: number): string => (step === 0 ? '0' : (between[step - 1] ?? '∞'));
