import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { JsonLines } from '../modem/json-lines.ts';

/** A message as the provider took it: what it will send, whatever it answers. */
export interface TakenMessage {
  readonly id: string;
  /** ISO 8601 */
  readonly at: string;
  /** digits */
  readonly to: string;
  readonly text: string;
  readonly parts: number;
  readonly from?: string;
  /** not delivered after this; ISO 8601 */
  readonly expiresAt?: string;
  /** the sender's own id for it */
  readonly clientId?: string;
  /** where it is told what became of it */
  readonly notifyUrl?: string;
}

/** What a provider tells of a message: none is delivered after its time. @param expired its word for that */
export function statusNow({ expiresAt }: TakenMessage, status: string, expired: string): string {
  const isOver = expiresAt !== undefined && Date.parse(expiresAt) <= Date.now();
  return isOver && status.toUpperCase() === 'DELIVERED' ? expired : status;
}

/** Every message that was taken, on disk before it is answered: the judge of what was sent, and how often. */
export class TakenMessages {
  readonly #lines: JsonLines<TakenMessage>;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#lines = new JsonLines<TakenMessage>(join(folder, 'taken.jsonl'));
  }

  get all(): readonly TakenMessage[] {
    return this.#lines.rows;
  }

  add(message: TakenMessage): void {
    this.#lines.append(message);
  }

  find(id: string): TakenMessage | undefined {
    return this.all.find((message) => message.id === id);
  }
}
