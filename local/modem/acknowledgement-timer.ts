/**
 * The network's patience with what wants an AT+CNMA (3GPP TS 27.005 section 4.7): without one in time the modem takes it that
 * nobody listens.
 */
export class AcknowledgementTimer {
  readonly #patienceMs: () => number;
  readonly #onOver: () => void;
  #timer: NodeJS.Timeout | undefined;

  /** 0: for ever */
  constructor(patienceMs: () => number, onOver: () => void) {
    this.#patienceMs = patienceMs;
    this.#onOver = onOver;
  }

  look(waiting: boolean): void {
    if (!waiting) this.end();
    else if (this.#patienceMs() > 0) this.#timer ??= setTimeout(() => this.#over(), this.#patienceMs());
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #over(): void {
    this.#timer = undefined;
    this.#onOver();
  }
}
