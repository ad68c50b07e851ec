import { messageIdOf } from '../../../contract/edge.ts';
import type { ModemOutcome } from './model-box.ts';

/** The air: every part that ever left an antenna. It is the judge, and nobody else may write into it. */
export class Radio {
  readonly #log: { readonly attemptId: string; readonly part: number; readonly at: string }[] = [];

  /** Gives a text to a modem; gives back how many of its parts the modem says to have sent. */
  give(
    { attemptId, parts }: { readonly attemptId: string; readonly parts: number },
    outcome: ModemOutcome,
    now: Date,
  ): number {
    const sent = { sent: parts, refused: 0, 'second part refused': 1, 'no answer, sent': 1, 'no answer, not sent': 0 }[
      outcome
    ];
    for (let part = 1; part <= sent; part += 1) this.#log.push({ attemptId, part, at: now.toISOString() });
    return sent;
  }

  /** how many parts of an attempt were sent */
  partsOf(attemptId: string): number {
    return this.#log.filter((one) => one.attemptId === attemptId).length;
  }

  /** attempts of which something was sent */
  get attempts(): string[] {
    return [...new Set(this.#log.map(({ attemptId }) => attemptId))];
  }

  /** when parts of a message were sent, over all its attempts; ISO 8601 */
  timesOfMessage(messageId: string): string[] {
    return this.#log.filter(({ attemptId }) => messageIdOf(attemptId) === messageId).map(({ at }) => at);
  }

  /** the numbers of the parts of a message that were sent, over all its attempts */
  partsOfMessage(messageId: string): number[] {
    return this.#log.filter(({ attemptId }) => messageIdOf(attemptId) === messageId).map(({ part }) => part);
  }
}
