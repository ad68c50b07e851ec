/** A message kept in the modem. `unread` becomes `read` when it is read. */
interface StoredMessage {
  unread: boolean;
  readonly tpdu: string;
}

/** The memory of one kind (SM, ME, SR): slots that count from 1. */
export class MessageStore {
  readonly #slots = new Map<number, StoredMessage>();
  readonly capacity: number;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get used(): number {
    return this.#slots.size;
  }

  /** The slot it went to; undefined when the memory is full. */
  add(tpdu: string): number | undefined {
    const free = Array.from({ length: this.capacity }, (_, slot) => slot + 1).find((slot) => !this.#slots.has(slot));
    if (free !== undefined) this.#slots.set(free, { unread: true, tpdu });
    return free;
  }

  /** The message and its status as it was before this reading (0 unread, 1 read). */
  read(slot: number): { status: 0 | 1; tpdu: string } | undefined {
    const message = this.#slots.get(slot);
    if (!message) return undefined;
    const status = message.unread ? 0 : 1;
    message.unread = false;
    return { status, tpdu: message.tpdu };
  }

  slots(): number[] {
    return [...this.#slots.keys()].sort((a, b) => a - b);
  }

  isUnread(slot: number): boolean {
    return this.#slots.get(slot)?.unread === true;
  }

  delete(slot: number): void {
    this.#slots.delete(slot);
  }
}
