/** A message kept in the modem. `unread` becomes false when it is read. */
export interface StoredMessage {
  unread: boolean;
  /** the service centre's address as it stands in front of the TPDU, and the TPDU, in hexadecimal */
  readonly serviceCentre: string;
  readonly tpdu: string;
  /** the received part; none for a delivery report */
  readonly inboundId: number | null;
}

/** The memory of one kind (SM, ME, SR): slots that count from 1. */
export class MessageStore {
  readonly #slots = new Map<number, StoredMessage>();
  readonly #capacity: () => number;

  constructor(capacity: () => number) {
    this.#capacity = capacity;
  }

  get capacity(): number {
    return this.#capacity();
  }

  get used(): number {
    return this.#slots.size;
  }

  get full(): boolean {
    return this.#freeSlot() === undefined;
  }

  /** The slot it went to; undefined when the memory is full. */
  add(message: Omit<StoredMessage, 'unread'>): number | undefined {
    const slot = this.#freeSlot();
    if (slot !== undefined) this.put(slot, message);
    return slot;
  }

  /** What lay there before a restart. */
  put(slot: number, message: Omit<StoredMessage, 'unread'>): void {
    this.#slots.set(slot, { ...message, unread: true });
  }

  get(slot: number): StoredMessage | undefined {
    return this.#slots.get(slot);
  }

  slots(): number[] {
    return [...this.#slots.keys()].sort((a, b) => a - b);
  }

  delete(slot: number): void {
    this.#slots.delete(slot);
  }

  #freeSlot(): number | undefined {
    if (this.#slots.size >= this.capacity) return undefined;
    for (let slot = 1; slot <= this.capacity; slot++) if (!this.#slots.has(slot)) return slot;
    return undefined;
  }
}
