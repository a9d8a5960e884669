const NATS_PER_BIT = 0.6931471805599453;

/** Nats as bits: nats / log 2, rounded once more. */
export function toBits(nats: number): number {
  return nats / NATS_PER_BIT;
}
