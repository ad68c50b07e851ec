import { cmeError, cmsError } from './error-line.ts';

/** Tries that 3GPP TS 11.11 section 9.3 gives a PIN and its PUK. */
const PIN_TRIES = 3;
const PUK_TRIES = 10;

export interface SimLock {
  /** null: the SIM asks for none */
  readonly pin: string | null;
  readonly puk: string;
  /** how many wrong ones are left */
  readonly pinTries?: number;
  readonly pukTries?: number;
}

export type SimStatus = 'READY' | 'SIM PIN' | 'SIM PUK' | 'blocked' | 'busy' | 'absent';

/** +CME ERROR and +CMS ERROR for what needs the SIM. */
const ERRORS: Readonly<Record<Exclude<SimStatus, 'READY'>, { readonly cme: number; readonly cms: number }>> = {
  absent: { cme: 10, cms: 310 },
  'SIM PIN': { cme: 11, cms: 311 },
  'SIM PUK': { cme: 12, cms: 316 },
  blocked: { cme: 13, cms: 313 },
  busy: { cme: 14, cms: 314 },
};

/** The SIM card: its lock, and whether it is there. A start does not give its tries back. */
export class Sim {
  present = true;
  /** it has not yet started */
  busy = false;
  #pin: string | null;
  #puk: string;
  #open: boolean;
  readonly #busyError: () => number;
  pinTries: number;
  pukTries: number;

  /** `busyError` is the model's code of +CME ERROR while the SIM starts. */
  constructor({ pin, puk, pinTries = PIN_TRIES, pukTries = PUK_TRIES }: SimLock, busyError: () => number) {
    this.#busyError = busyError;
    this.#pin = pin;
    this.#puk = puk;
    this.#open = pin === null;
    this.pinTries = pinTries;
    this.pukTries = pukTries;
  }

  get status(): SimStatus {
    if (!this.present) return 'absent';
    if (this.busy) return 'busy';
    if (this.#open) return 'READY';
    if (this.pinTries > 0) return 'SIM PIN';
    return this.pukTries > 0 ? 'SIM PUK' : 'blocked';
  }

  /** Asks for its PIN again. */
  powerOn(): void {
    this.#open = this.#pin === null;
  }

  /** AT+CPIN with the PIN, or with the PUK and a new PIN. With the wrong one throws +CME ERROR: 16, and one try is gone. */
  unlock(code: string | undefined, newPin: string | undefined): void {
    const status = this.status;
    if (status === 'SIM PIN') {
      if (code === this.#pin) this.#opened();
      else this.#wrong(() => this.pinTries--);
    } else if (status === 'SIM PUK') {
      if (newPin === undefined) this.need();
      if (code !== this.#puk) this.#wrong(() => this.pukTries--);
      this.#pin = newPin as string;
      this.#opened();
    } else this.need();
  }

  /** Throws +CME ERROR unless the SIM is ready. */
  need(): void {
    const { status } = this;
    if (status !== 'READY') throw cmeError(status === 'busy' ? this.#busyError() : ERRORS[status].cme);
  }

  /** Throws +CMS ERROR unless the SIM is ready. */
  needForMessages(): void {
    const code = this.messageError();
    if (code !== null) throw cmsError(code);
  }

  /** The code of +CMS ERROR; null when the SIM is ready. */
  messageError(): number | null {
    const { status } = this;
    return status === 'READY' ? null : ERRORS[status].cms;
  }

  #opened(): void {
    this.#open = true;
    this.pinTries = PIN_TRIES;
    this.pukTries = PUK_TRIES;
  }

  #wrong(count: () => void): never {
    count();
    throw cmeError(16);
  }
}
