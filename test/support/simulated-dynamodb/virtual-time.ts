/** Time that passes only when nothing else is left to do: a minute of load takes as long as its work. */
export class VirtualTime {
  #now = 0;
  #events: { readonly at: number; readonly order: number; readonly run: () => void }[] = [];
  #order = 0;

  /** milliseconds since the start */
  get now(): number {
    return this.#now;
  }

  at(time: number, run: () => void): void {
    this.#events.push({ at: time, order: this.#order++, run });
    this.#events.sort((a, b) => b.at - a.at || b.order - a.order);
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.at(this.#now + milliseconds, resolve));
  }

  /** Until nothing is planned any more. */
  async run(): Promise<void> {
    for (let next = this.#events.pop(); next; next = this.#events.pop()) {
      this.#now = next.at;
      next.run();
      // What it woke goes as far as it can before the next moment.
      await new Promise(setImmediate);
    }
  }
}
