/** A value without a closed form: the exact one differs from `value` by at most `errorBound`. */
export interface Bounded {
  readonly value: number;
  readonly errorBound: number;
}
