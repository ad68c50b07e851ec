import type { CallOutcome, OutgoingCall } from '../../../functions/domain/messaging/providers/model.ts';
import type { WebProvider } from '../../../functions/domain/messaging/providers/ports.ts';

/** What becomes of the next call. */
export type ProviderOutcome = 'taken' | 'taken, no answer' | 'not taken, no answer' | 'refused' | 'throttled';

const DAY = 86_400_000;
const NO_ANSWER = { kind: 'unclear', reason: 'answer-missing', code: '-' } as const;

/** A web provider and its own log, which is the judge. `knowsIds` as SMSAPI does: the same id is taken once, within a day. */
export class ModelProvider implements Pick<WebProvider, 'submit' | 'check'> {
  readonly log: { readonly callId: string; readonly at: string }[] = [];
  readonly repeatableFor?: number;
  outcome: ProviderOutcome = 'taken';
  readonly #answers: { readonly callId: string; readonly kind: CallOutcome['kind'] }[] = [];
  readonly #now: () => Date;

  constructor(now: () => Date, knowsIds: boolean) {
    this.#now = now;
    if (knowsIds) this.repeatableFor = DAY;
  }

  async submit(_: unknown, { callId }: OutgoingCall): Promise<CallOutcome> {
    const answer = this.#answer(callId);
    this.#answers.push({ callId, kind: answer.kind });
    return answer;
  }

  async check() {
    return { kind: 'good' } as const;
  }

  /** how often a message was taken, over all its attempts */
  timesOf(messageId: string): number {
    return this.takenOf(messageId).length;
  }

  /** when a message was taken, over all its attempts; ISO 8601 */
  takenOf(messageId: string): string[] {
    return this.log.filter(({ callId }) => callId.startsWith(messageId.slice('msg_'.length))).map(({ at }) => at);
  }

  answersTo(callId: string): CallOutcome['kind'][] {
    return this.#answers.filter((one) => one.callId === callId).map(({ kind }) => kind);
  }

  #answer(callId: string): CallOutcome {
    if (this.repeatableFor !== undefined && this.log.some((taken) => taken.callId === callId))
      return { kind: 'submitted' };
    switch (this.outcome) {
      case 'refused':
        return { kind: 'refused', reason: 'recipient-refused', code: '13', elsewhere: true };
      case 'throttled':
        return { kind: 'again', reason: 'throttled', code: '429', delay: 60_000, isOutage: false };
      case 'not taken, no answer':
        return NO_ANSWER;
      default:
        this.log.push({ callId, at: this.#now().toISOString() });
        return this.outcome === 'taken' ? { kind: 'submitted', providerId: callId } : NO_ANSWER;
    }
  }
}
