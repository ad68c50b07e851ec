/** A queue whose first item is the least. Adding and taking cost the logarithm of its size. */
export class Heap<T> {
  readonly #rank: (item: T) => number;
  readonly #items: T[] = [];

  constructor(rank: (item: T) => number) {
    this.#rank = rank;
  }

  get size(): number {
    return this.#items.length;
  }

  first(): T | undefined {
    return this.#items[0];
  }

  add(item: T): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapUnlessInOrder(parent, at)) return;
      at = parent;
    }
  }

  take(): T | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return first;
    items[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const child = this.#isBefore(left + 1, left) ? left + 1 : left;
      if (child >= items.length || !this.#swapUnlessInOrder(at, child)) return first;
      at = child;
    }
  }

  /** In no order. */
  items(): readonly T[] {
    return this.#items;
  }

  /** Takes one out of the middle, at the cost of all. */
  remove(item: T): void {
    if (this.first() === item) {
      this.take();
      return;
    }
    for (const kept of this.#items.splice(0)) if (kept !== item) this.add(kept);
  }

  /** True when they were swapped. */
  #swapUnlessInOrder(parent: number, child: number): boolean {
    if (!this.#isBefore(child, parent)) return false;
    const items = this.#items;
    [items[parent], items[child]] = [items[child] as T, items[parent] as T];
    return true;
  }

  #isBefore(a: number, b: number): boolean {
    const items = this.#items;
    return a < items.length && this.#rank(items[a] as T) < this.#rank(items[b] as T);
  }
}
