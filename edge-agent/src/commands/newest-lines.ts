/** Keeps the newest lines of a log in memory, for who asks from afar. */
export class NewestLines {
  readonly #most: number;
  #lines: string[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(line: string): void {
    this.#lines.push(line);
    // Cut seldom: taking the first out of a list moves all others.
    if (this.#lines.length >= 2 * this.#most) this.#lines = this.#lines.slice(-this.#most);
  }

  /** Oldest first. */
  newest(count: number): string[] {
    return this.#lines.slice(-Math.min(count, this.#most));
  }
}
