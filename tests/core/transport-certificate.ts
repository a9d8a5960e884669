import type { OptimalTransport, Pmf } from '../../src/core/index.ts';

/** What certifies a plan: how far it is from a plan of a and b, and from having no cheaper one. */
export function certificate(
  a: Pmf,
  b: Pmf,
  cost: Float64Array,
  { plan, cost: value, potentials }: OptimalTransport,
) {
  const [n, m] = [a.length, b.length];
  const rows = new Float64Array(n);
  const columns = new Float64Array(m);
  let least = 0;
  let infeasible = 0;
  let size = 0;
  let dual = 0;
  for (let i = 0; i < n; i++) dual += a[i]! * potentials.f[i]!;
  for (let j = 0; j < m; j++) dual += b[j]! * potentials.g[j]!;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const [mass, c] = [plan[i * m + j]!, cost[i * m + j]!];
      const [f, g] = [potentials.f[i]!, potentials.g[j]!];
      rows[i]! += mass;
      columns[j]! += mass;
      least = Math.min(least, mass);
      size += mass * Math.abs(c);
      infeasible = Math.max(infeasible, (f + g - c) / (Math.abs(f) + Math.abs(g) + Math.abs(c) || 1));
    }
  }
  const marginals = Math.max(
    ...rows.map((sum, i) => Math.abs(sum - a[i]!)),
    ...columns.map((sum, j) => Math.abs(sum - b[j]!)),
  );
  return { marginals, gap: Math.abs(value - dual) / (size || 1), infeasible, least, size };
}
