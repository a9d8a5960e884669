import type { Layers } from './networks.ts';

const momentum = 0.5;
const memory = 0.9;
const smallest = 1e-8;

/**
 * Adam, a step at a time, with the moments that are usual for GANs; by divisions and roots only, so with the same bits everywhere.
 *
 * @see kingma-ba-2015
 */
export function adam(layers: Layers, rate: number): (gradient: Layers) => void {
  const zeros = () => layers.map(({ length }) => new Float64Array(length));
  const [first, second] = [zeros(), zeros()];
  let [momentumLeft, memoryLeft] = [1, 1];
  return (gradient) => {
    momentumLeft *= momentum;
    memoryLeft *= memory;
    layers.forEach((values, layer) => {
      const [g, m, v] = [gradient[layer]!, first[layer]!, second[layer]!];
      for (let k = 0; k < values.length; k++) {
        m[k] = momentum * m[k]! + (1 - momentum) * g[k]!;
        v[k] = memory * v[k]! + (1 - memory) * (g[k]! * g[k]!);
        const step = m[k]! / (1 - momentumLeft) / (Math.sqrt(v[k]! / (1 - memoryLeft)) + smallest);
        values[k]! -= rate * step;
      }
    });
  };
}
