/** As much of the package `highs`, the solver HiGHS compiled to WebAssembly, as is used here. */
interface Highs {
  readonly infinity: number;
  withModel(data: object, use: (model: Model) => number): number;
}

interface Model {
  readonly options: { set(name: string, value: boolean): unknown };
  readonly info: { get(name: string): number };
  run(): unknown;
}

/** Least costs by a general solver of linear programmes; undefined where the package is missing. */
export async function startHighs(): Promise<
  ((a: Float64Array, b: Float64Array, cost: Float64Array) => number) | undefined
> {
  // By a name that the compiler does not follow, so that the benchmark runs without it.
  const name = 'highs' as string;
  const loaded = await import(name).then(
    ({ default: load }: { default: () => Promise<Highs> }) => load(),
    () => undefined,
  );
  return loaded && ((a, b, cost) => leastCost(loaded, a, b, cost));
}

function leastCost(highs: Highs, a: Float64Array, b: Float64Array, cost: Float64Array): number {
  const [n, m, edges] = [a.length, b.length, cost.length];
  const sums = Float64Array.of(...a, ...b);
  const rows = new Int32Array(2 * edges);
  for (let edge = 0; edge < edges; edge++) {
    rows[2 * edge] = Math.floor(edge / m);
    rows[2 * edge + 1] = n + (edge % m);
  }
  const matrix = {
    format: 'csc',
    numRows: n + m,
    numCols: edges,
    starts: Int32Array.from({ length: edges + 1 }, (_, edge) => 2 * edge),
    indices: rows,
    values: new Float64Array(2 * edges).fill(1),
  };
  const programme = {
    numCols: edges,
    numRows: n + m,
    colCost: cost,
    colLower: new Float64Array(edges),
    colUpper: new Float64Array(edges).fill(highs.infinity),
    rowLower: sums,
    rowUpper: sums,
    matrix,
  };
  return highs.withModel(programme, (model) => {
    model.options.set('output_flag', false);
    model.run();
    return model.info.get('objective_function_value');
  });
}
