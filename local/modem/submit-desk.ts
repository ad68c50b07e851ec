import { type CommandError, cmsError } from './error-line.ts';
import type { Network } from './network.ts';
import { MalformedPdu } from './octets.ts';
import type { Moment, Refusal, Registration, Settings, SettingsChange } from './settings.ts';
import type { Sim } from './sim.ts';
import { decodeSubmit, type SubmitPdu } from './submit-pdu.ts';
import type { SubmitRecord } from './submit-record.ts';

type Fault = 'drop' | 'hang' | 'reboot';
const FAULTS = { dropNext: 'drop', hangNext: 'hang', rebootNext: 'reboot' } as const;

export interface SubmitDeskOptions {
  readonly network: () => Network;
  readonly sim: () => Sim;
  readonly settings: () => Settings;
  readonly change: (change: SettingsChange) => void;
  readonly registration: () => Registration;
  readonly openPrompt: () => void;
  readonly onSubmit: (submit: SubmitRecord) => void;
  readonly befall: Readonly<Record<Fault, () => void>>;
  /** gives the answer after so long; until then the modem is busy unless the line dropped */
  readonly answer: (answer: readonly string[] | CommandError, delayMs: number, dropped: boolean) => void;
  readonly refuse: (error: CommandError) => void;
}

/** Takes the texts given with Ctrl-Z, and has what is to befall the modem just then. */
export class SubmitDesk {
  readonly #options: SubmitDeskOptions;
  /** TPDU octets that AT+CMGS announced */
  #announced = 0;
  malformed = 0;

  constructor(options: SubmitDeskOptions) {
    this.#options = options;
  }

  /** AT+CMGS */
  prompt(tpduLength: number): void {
    if (this.#befalls('at-prompt')) return;
    this.#announced = tpduLength;
    this.#options.openPrompt();
  }

  /** Ctrl-Z. The text is on its way, and in the log, before anything is answered. */
  submit(hex: string): void {
    if (this.#befalls('before-ctrl-z')) return;
    const pdu = this.#decode(hex);
    if (!pdu) {
      this.malformed += 1;
      this.#options.refuse(cmsError(304));
      return;
    }
    const record = this.#options.network().submit(pdu, hex, this.#refusal(pdu));
    this.#options.onSubmit(record);
    const { networkDelayMs, lateAnswers } = this.#options.settings();
    const fault = this.#befalls('after-ctrl-z');
    const dropped = fault === 'drop';
    if (fault === 'reboot' || (dropped && !lateAnswers)) return;
    const answer = record.error === null ? [`+CMGS: ${record.reference}`, 'OK'] : cmsError(record.error);
    this.#options.answer(answer, networkDelayMs, dropped);
  }

  #befalls(moment: Moment): Fault | undefined {
    const settings = this.#options.settings();
    const due = (Object.keys(FAULTS) as (keyof typeof FAULTS)[]).find((name) => settings[name] === moment);
    if (!due) return undefined;
    this.#options.change({ [due]: 'never' });
    this.#options.befall[FAULTS[due]]();
    return FAULTS[due];
  }

  #decode(hex: string): SubmitPdu | null {
    try {
      const pdu = decodeSubmit(hex);
      return pdu.tpduLength === this.#announced && pdu.userData.fault === null ? pdu : null;
    } catch (error) {
      if (error instanceof MalformedPdu) return null;
      throw error;
    }
  }

  #refusal(pdu: SubmitPdu): Refusal | undefined {
    const { sim, settings, registration, change } = this.#options;
    const { failNext, numbers, noNetworkError, serviceCentre } = settings();
    const simError = sim().messageError();
    if (simError !== null) return { error: simError };
    if (registration() !== 1 && registration() !== 5) return { error: noNetworkError };
    if (pdu.serviceCentre === '' && serviceCentre === '') return { error: 330 };
    if (failNext.count === 0) return numbers[pdu.number]?.refusal;
    change({ failNext: { ...failNext, count: failNext.count - 1 } });
    return failNext;
  }
}
