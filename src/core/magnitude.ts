/** |x| */
export function magnitude(x: number): number {
  return x < 0 ? -x : x;
}
