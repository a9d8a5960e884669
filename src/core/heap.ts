/** Items of which the one with the largest key is at hand. */
export class Heap<Item> {
  readonly items: Item[] = [];
  readonly #keyOf: (item: Item) => number;

  constructor(keyOf: (item: Item) => number) {
    this.#keyOf = keyOf;
  }

  largest(): Item | undefined {
    return this.items[0];
  }

  add(item: Item): void {
    const { items } = this;
    let i = items.length;
    items.push(item);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.#keyOf(items[parent]!) >= this.#keyOf(item)) break;
      items[i] = items[parent]!;
      i = parent;
    }
    items[i] = item;
  }

  /** Removes the largest. */
  take(): Item | undefined {
    const { items } = this;
    const top = items[0];
    const item = items.pop();
    if (items.length === 0 || item === undefined) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.#keyOf(items[child + 1]!) > this.#keyOf(items[child]!)) child++;
      if (this.#keyOf(items[child]!) <= this.#keyOf(item)) break;
      items[i] = items[child]!;
      i = child;
    }
    items[i] = item;
    return top;
  }
}
