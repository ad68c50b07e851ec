export interface PowerOptions {
  readonly startMs: () => number;
  readonly simBusyMs: () => number;
  /** the modem runs, its SIM still busy */
  readonly onStarted: () => void;
  readonly onSimStarted: () => void;
  readonly onRecovered: () => void;
}

/** Whether the modem runs: it may be starting, or hang. */
export class Power {
  readonly #options: PowerOptions;
  #state: 'running' | 'starting' | 'hanging' = 'running';
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PowerOptions) {
    this.#options = options;
  }

  get starting(): boolean {
    return this.#state === 'starting';
  }

  get hanging(): boolean {
    return this.#state === 'hanging';
  }

  get running(): boolean {
    return this.#state === 'running';
  }

  start(): void {
    this.#state = 'starting';
    this.#after(this.#options.startMs(), () => {
      this.#state = 'running';
      this.#options.onStarted();
      this.#after(this.#options.simBusyMs(), this.#options.onSimStarted);
    });
  }

  /** Until the next start, or for so long. A start that goes on stops here. */
  hang(forMs?: number): void {
    this.#state = 'hanging';
    clearTimeout(this.#timer);
    if (forMs === undefined) return;
    this.#after(forMs, () => {
      this.#state = 'running';
      this.#options.onRecovered();
    });
  }

  off(): void {
    clearTimeout(this.#timer);
  }

  #after(ms: number, act: () => void): void {
    clearTimeout(this.#timer);
    if (ms === 0) act();
    else this.#timer = setTimeout(act, ms);
  }
}
