/** Unsolicited lines that wait while the terminal types a text at the prompt, and are said after it. */
export class Announcements {
  readonly #open: () => boolean;
  readonly #say: (line: string) => void;
  #waiting: string[] = [];

  constructor(open: () => boolean, say: (line: string) => void) {
    this.#open = open;
    this.#say = say;
  }

  add(line: string): void {
    this.#waiting.push(line);
    this.flush();
  }

  flush(): void {
    while (this.#open()) {
      const line = this.#waiting.shift();
      if (line === undefined) return;
      this.#say(line);
    }
  }

  clear(): void {
    this.#waiting = [];
  }
}
