import { cmeError } from './error-line.ts';
import { packSeptets, septetsByCharacter, septetsToText, unpackSeptets } from './gsm7.ts';
import { type Handler, oneOf } from './handlers.ts';
import type { ModemMemory } from './modem-memory.ts';
import { hexFromOctets, octetsFromHex } from './octets.ts';
import type { Settings, UssdAnswer } from './settings.ts';

/** TP-DCS of +CUSD (3GPP TS 23.038 section 5): the default alphabet, and UCS-2 */
const DEFAULT_ALPHABET = 15;
const UCS2 = 72;
const REFUSED = 4;
const CR = 0x0d;
const CANCEL = 2;

export interface UssdOptions {
  readonly memory: ModemMemory;
  readonly settings: () => Settings;
  /** texts of the default alphabet as packed septets in hexadecimal, or as they are */
  readonly packed: () => boolean;
  readonly registered: () => boolean;
  readonly announce: (line: string) => void;
}

/** AT+CUSD (3GPP TS 27.007 section 7.15): codes to the network, and its answers. */
export class UssdDesk {
  readonly #options: UssdOptions;
  readonly #timers = new Set<NodeJS.Timeout>();
  /** codes that were sent */
  sent = 0;

  constructor(options: UssdOptions) {
    this.#options = options;
  }

  readonly handler: Handler = ({ kind, values: [mode, text] }) => {
    const { memory, settings, registered } = this.#options;
    if (kind === 'test') return ['+CUSD: (0-2)'];
    if (kind === 'read') return [`+CUSD: ${memory.ussdShown}`];
    const chosen = mode === undefined ? memory.ussdShown : oneOf(mode, [0, 1, CANCEL]);
    if (chosen === CANCEL) {
      this.forget();
      return [];
    }
    memory.ussdShown = chosen;
    if (text === undefined) return [];
    if (!registered()) throw cmeError(30);
    this.sent += 1;
    const answer = settings().ussd[this.#code(text)];
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (answer) this.notify(answer);
      else this.#say(`+CUSD: ${REFUSED}`);
    }, answer?.delayMs ?? 0);
    this.#timers.add(timer);
    return [];
  };

  /** The network says something, asked or not. */
  notify({ status, text, alphabet }: Pick<UssdAnswer, 'status' | 'text' | 'alphabet'>): void {
    const septets = alphabet === 'gsm7' ? septetsByCharacter(text)?.flat() : undefined;
    if (!septets) {
      const octets = Buffer.from(text, 'utf16le').swap16();
      this.#say(`+CUSD: ${status},"${hexFromOctets(octets)}",${UCS2}`);
      return;
    }
    // Seven septets leave 7 bits over, which would read as @: TS 23.038 section 6.1.2.3.1 fills them with CR.
    const filled = septets.length % 8 === 7 ? [...septets, CR] : septets;
    const shown = this.#options.packed() ? hexFromOctets(packSeptets(filled)) : String.fromCharCode(...septets);
    this.#say(`+CUSD: ${status},"${shown}",${DEFAULT_ALPHABET}`);
  }

  /** What was asked gets no answer. */
  forget(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #say(line: string): void {
    if (this.#options.memory.ussdShown === 1) this.#options.announce(line);
  }

  #code(text: string): string {
    if (!this.#options.packed()) return text;
    if (!/^([0-9A-F]{2})+$/i.test(text)) throw cmeError(3);
    const octets = octetsFromHex(text);
    return septetsToText(unpackSeptets(octets, 0, Math.floor((octets.length * 8) / 7))).replace(/[\r@]$/, '');
  }
}
