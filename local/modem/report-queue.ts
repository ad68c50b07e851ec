import type { Report } from './network.ts';

export interface ReportQueueOptions {
  /** whether a report may be passed on now */
  readonly open: () => boolean;
  /** AT+CSMS=1: the next report waits for the acknowledgement of this one */
  readonly wantsAcknowledgement: () => boolean;
  readonly passOn: (report: Report) => void;
  /** it is the terminal's now */
  readonly onTaken: (report: Report) => void;
}

/** Delivery reports on their way to the terminal, oldest first. */
export class ReportQueue {
  readonly #options: ReportQueueOptions;
  #waiting: Report[] = [];
  #unacknowledged: Report | null = null;

  constructor(options: ReportQueueOptions) {
    this.#options = options;
  }

  get unacknowledged(): boolean {
    return this.#unacknowledged !== null;
  }

  get length(): number {
    return this.#waiting.length + (this.#unacknowledged ? 1 : 0);
  }

  add(report: Report): void {
    this.#waiting.push(report);
    this.flush();
  }

  flush(): void {
    while (this.#options.open() && !this.#unacknowledged) {
      const report = this.#waiting.shift();
      if (!report) return;
      if (this.#options.wantsAcknowledgement()) this.#unacknowledged = report;
      this.#options.passOn(report);
      if (!this.#unacknowledged) this.#options.onTaken(report);
    }
  }

  acknowledge(): boolean {
    const report = this.#unacknowledged;
    if (!report) return false;
    this.#unacknowledged = null;
    this.#options.onTaken(report);
    this.flush();
    return true;
  }

  /** The terminal or the modem's memory is gone: what was not acknowledged comes again, first. */
  interrupted(): void {
    if (this.#unacknowledged) this.#waiting.unshift(this.#unacknowledged);
    this.#unacknowledged = null;
  }

  /** AT+CNMI with bfr 1: what waits is thrown away. */
  clear(): void {
    for (const report of this.#waiting.splice(0)) this.#options.onTaken(report);
  }
}
