/** Input outside the domain of a quantity. The message says what was received, what is required, and the remedy. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
}
