/** What a divergence D(P ‖ Q) obeys on pmfs; each is attacked by a search in tests/core/properties.test.ts. */
export interface DivergenceProperties {
  /** D(P ‖ Q) = D(Q ‖ P) for all P, Q. */
  readonly symmetric: boolean;
  /** The power a for which Dᵃ is known to be a metric; null where D itself and its root are not. */
  readonly metricPower: number | null;
  /** Least upper bound over all P, Q (in the unit of D); null if there is none. */
  readonly upperBound: number | null;
  /** Finite when P and Q share no outcome. */
  readonly finiteOnDisjointSupports: boolean;
  /** f with D(P ‖ Q) = Σ q f(p/q), as TeX; null if there is none. */
  readonly generator: string | null;
}
