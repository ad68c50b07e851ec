import type { Registration, Settings, SettingsChange } from './settings.ts';

export interface CoverageOptions {
  readonly settings: () => Settings;
  readonly change: (change: SettingsChange) => void;
  /** the modem is on, and its SIM ready */
  readonly able: () => boolean;
  /** the registration is another one */
  readonly onChange: (registration: Registration) => void;
  /** the network is back */
  readonly onBack: () => void;
}

/** Whether the modem is registered: what the network allows, where modem and SIM are able to. */
export class Coverage {
  readonly #options: CoverageOptions;
  #before: Registration | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** the registration to come back to */
  #usual: Registration | undefined;

  constructor(options: CoverageOptions) {
    this.#options = options;
  }

  get registration(): Registration {
    return this.#options.able() ? this.#options.settings().registration : 0;
  }

  get registered(): boolean {
    return this.registration === 1 || this.registration === 5;
  }

  /** Tells of a change since the last look. */
  look(): void {
    const { registration } = this;
    const before = this.#before;
    this.#before = registration;
    if (before !== undefined && before !== registration) this.#options.onChange(registration);
  }

  /** For so long, then the registration of before. */
  lose(forMs: number, registration: Registration): void {
    const { settings, change, onBack } = this.#options;
    this.#usual ??= settings().registration;
    change({ registration });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      change(this.#usual === undefined ? {} : { registration: this.#usual });
      this.#usual = undefined;
      onBack();
    }, forMs);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
