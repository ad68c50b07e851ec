/** An answer to Ctrl-Z; due when the network has taken its time. */
interface Answer {
  readonly lines: readonly string[];
  due: boolean;
}

export interface PendingAnswersOptions {
  /** whether an answer that is due may be given now */
  readonly open: () => boolean;
  readonly give: (lines: readonly string[]) => void;
  /** an answer became due, given or not */
  readonly onDue: () => void;
}

/** The network's answers to texts that were submitted, until the terminal has them. */
export class PendingAnswers {
  readonly #options: PendingAnswersOptions;
  readonly #answers = new Set<Answer>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(options: PendingAnswersOptions) {
    this.#options = options;
  }

  /** the modem is busy with a text */
  get busy(): boolean {
    return this.#answers.size > 0;
  }

  /** an answer is due and not given */
  get withheld(): boolean {
    return [...this.#answers].some(({ due }) => due);
  }

  add(lines: readonly string[], delayMs: number): void {
    const answer: Answer = { lines, due: delayMs === 0 };
    this.#answers.add(answer);
    if (answer.due) {
      this.#due();
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      answer.due = true;
      this.#due();
    }, delayMs);
    this.#timers.add(timer);
  }

  giveDue(): void {
    if (!this.#options.open()) return;
    for (const answer of this.#answers) {
      if (!answer.due) continue;
      this.#answers.delete(answer);
      this.#options.give(answer.lines);
    }
  }

  /** The answers are lost. */
  abandon(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#answers.clear();
  }

  #due(): void {
    this.giveDue();
    this.#options.onDue();
  }
}
