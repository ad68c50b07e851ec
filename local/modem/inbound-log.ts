import type { InboundPart } from './inbound-message.ts';
import { JsonLines } from './json-lines.ts';
import type { StoreName } from './profiles.ts';

/** A part that was sent to the SIM, as GET /inbound.json gives it. */
export interface InboundRecord extends InboundPart {
  /** counts from 1; a part that comes twice has two */
  readonly id: number;
  /** counts from 1: the call of POST /inbound that it came with */
  readonly message: number;
  readonly at: string;
  /** the network holds it; in a slot; given to the terminal by +CMT; deleted from its slot by the terminal */
  readonly state: 'held' | 'stored' | 'given' | 'deleted';
  /** where it lies or lay */
  readonly memory: StoreName | null;
  readonly slot: number | null;
  /** the time of its state */
  readonly stateAt: string;
  /** of a deleted one: it had been read by AT+CMGR or AT+CMGL */
  readonly readBeforeDeletion: boolean | null;
}

export type InboundCounts = Readonly<Record<InboundRecord['state'] | 'deletedUnread', number>>;

/** inbound.jsonl: each line is a part as it is from then on, the last one of an id counts. */
export class InboundLog {
  readonly #file: JsonLines<InboundRecord>;
  readonly #records: InboundRecord[] = [];
  readonly #counts = { held: 0, stored: 0, given: 0, deleted: 0, deletedUnread: 0 };

  constructor(path: string) {
    // Written, not synced: it is to survive the death of this process, and many thousand parts pass through it.
    this.#file = new JsonLines(path, { sync: false });
    for (const record of this.#file.rows) this.#take(record);
  }

  all(): readonly InboundRecord[] {
    return this.#records;
  }

  counts(): InboundCounts {
    return { ...this.#counts };
  }

  get(id: number): InboundRecord {
    const record = this.#records[id - 1];
    if (!record) throw new RangeError(`no part ${id} was sent to this SIM`);
    return record;
  }

  write(record: InboundRecord): InboundRecord {
    this.#file.append(record);
    this.#take(record);
    return record;
  }

  close(): void {
    this.#file.close();
  }

  #take(record: InboundRecord): void {
    const before = this.#records[record.id - 1];
    if (before) this.#counts[before.state] -= 1;
    this.#counts[record.state] += 1;
    if (record.readBeforeDeletion === false) this.#counts.deletedUnread += 1;
    this.#records[record.id - 1] = record;
  }
}
