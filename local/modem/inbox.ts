import { serviceCentreOctets } from './address.ts';
import type { Announcements } from './announcements.ts';
import type { InboundLog, InboundRecord } from './inbound-log.ts';
import { type InboundMessage, inboundMessage, partsOf } from './inbound-message.ts';
import type { StoredMessage } from './message-store.ts';
import type { ModemMemory } from './modem-memory.ts';
import { hexFromOctets } from './octets.ts';
import type { Profile, StoreName } from './profiles.ts';
import type { Settings } from './settings.ts';

/** AT+CNMI, mt: stored and announced; given as they are */
const ANNOUNCED = [1, 3];
const DIRECT = 2;

export interface InboxOptions {
  readonly memory: ModemMemory;
  readonly log: InboundLog;
  readonly settings: () => Settings;
  readonly profile: () => Profile;
  readonly now: () => Date;
  readonly zoneMinutes: number;
  /** the network reaches the SIM */
  readonly reachable: () => boolean;
  /** +CMT may be said now */
  readonly open: () => boolean;
  readonly announcements: Announcements;
  readonly give: (line: string, hex: string) => void;
  readonly onChange: () => void;
}

/**
 * Messages to the SIM: held by the network until they can be stored, or given by +CMT. While the memory is full nothing more
 * arrives, whatever its age; a slot that gets free lets the network try again.
 */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #held: number[] = [];
  /** +CMT was said and wants its AT+CNMA */
  #unacknowledged: number | null = null;
  #full = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(options: InboxOptions) {
    this.#options = options;
    for (const record of options.log.all()) {
      if (record.state === 'held') this.#held.push(record.id);
      if (record.state !== 'stored' || !record.memory || !record.slot) continue;
      options.memory.stores[record.memory].put(record.slot, this.#message(record));
    }
  }

  /** a message given by +CMT waits for AT+CNMA */
  get unacknowledged(): boolean {
    return this.#unacknowledged !== null;
  }

  /** Sends a message to the SIM. Throws ZodError, UnfitMessage or MalformedPdu. */
  send(message: InboundMessage): InboundRecord[] {
    const { log, now, zoneMinutes } = this.#options;
    const at = now();
    const number = (log.all().at(-1)?.message ?? 0) + 1;
    const parts = partsOf(inboundMessage.parse(message), { now: at, zoneMinutes, nextReference: () => number & 0xff });
    const sent = parts.map((part) => {
      const id = log.all().length + 1;
      this.#held.push(id);
      const place = { memory: null, slot: null, readBeforeDeletion: null };
      const times = { at: at.toISOString(), stateAt: at.toISOString() };
      return log.write({ id, message: number, ...part, ...times, state: 'held', ...place }).id;
    });
    this.flush();
    this.#options.onChange();
    return sent.map((id) => log.get(id));
  }

  flush(): void {
    while (this.#options.reachable() && !this.#full) {
      const id = this.#held[0];
      if (id === undefined) return;
      if (!(this.#isDirect() ? this.#give(id) : this.#store(id))) return;
      this.#held.shift();
    }
  }

  /** AT+CNMA: the terminal has it. */
  acknowledge(): boolean {
    if (this.#unacknowledged === null) return false;
    this.#given(this.#unacknowledged);
    this.#unacknowledged = null;
    this.flush();
    return true;
  }

  /** The terminal or the modem's memory is gone: what was not acknowledged comes again, first. */
  interrupted(): void {
    if (this.#unacknowledged !== null) this.#held.unshift(this.#unacknowledged);
    this.#unacknowledged = null;
  }

  /** AT+CMGD */
  deleted(message: StoredMessage): void {
    if (message.inboundId !== null) {
      this.#write(message.inboundId, { state: 'deleted', readBeforeDeletion: !message.unread });
    }
    this.roomAgain();
  }

  /** A slot may be free: the network tries again after its time. */
  roomAgain(): void {
    if (!this.#full || this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#full = false;
      this.flush();
      this.#options.onChange();
    }, this.#options.settings().redeliveryMs);
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#options.log.close();
  }

  #isDirect(): boolean {
    const { memory, profile } = this.#options;
    return memory.indicates(profile()) && memory.newMessages[1] === DIRECT;
  }

  #give(id: number): boolean {
    const { memory, open, give } = this.#options;
    if (!open() || this.unacknowledged) return false;
    const { serviceCentre, tpdu } = this.#message(this.#options.log.get(id));
    if (memory.messageService === 1) this.#unacknowledged = id;
    else this.#given(id);
    give(`+CMT: ,${tpdu.length / 2}`, `${serviceCentre}${tpdu}`);
    return true;
  }

  #store(id: number): boolean {
    const { memory, log, profile, settings, announcements } = this.#options;
    const name: StoreName = memory.memories[2];
    const slot = memory.stores[name].add(this.#message(log.get(id)));
    if (slot === undefined) {
      this.#full = true;
      const { fullLine } = profile();
      if (fullLine !== '') announcements.add(fullLine.replace('*', name));
      return false;
    }
    this.#write(id, { state: 'stored', memory: name, slot });
    const announced = memory.indicates(profile()) && ANNOUNCED.includes(memory.newMessages[1] ?? 0);
    if (announced && !settings().loseAnnouncements) announcements.add(`+CMTI: "${name}",${slot}`);
    return true;
  }

  #given(id: number): void {
    this.#write(id, { state: 'given' });
  }

  #write(id: number, change: Partial<InboundRecord>): void {
    const { log, now } = this.#options;
    log.write({ ...log.get(id), ...change, stateAt: now().toISOString() });
  }

  #message({ id, tpdu }: InboundRecord): Omit<StoredMessage, 'unread'> {
    const serviceCentre = hexFromOctets(serviceCentreOctets(this.#options.settings().serviceCentre));
    return { serviceCentre, tpdu, inboundId: id };
  }
}
