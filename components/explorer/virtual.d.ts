/** The second evaluator, which the build takes from the tests: pages and scripts import nothing from there themselves. */
declare module 'virtual:oracle' {
  export const oracle: import('../../src/formula/oracle.ts').Oracle;
}
