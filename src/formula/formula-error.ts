/** Something in a formula that a person has to change. */
export class FormulaError extends Error {
  override name = 'FormulaError';
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
