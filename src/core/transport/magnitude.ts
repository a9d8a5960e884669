/** The largest absolute value, 0 if there is none. */
export function magnitude(values: Float64Array): number {
  let [least, most] = [0, 0];
  // By index: engines iterate over typed arrays more slowly.
  const { length } = values;
  for (let k = 0; k < length; k++) {
    const value = values[k]!;
    if (value > most) most = value;
    else if (value < least) least = value;
  }
  return most > -least ? most : -least;
}
