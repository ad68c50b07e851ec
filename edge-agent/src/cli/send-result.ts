import type { EdgeEvent } from '../../../contract/edge.ts';
import type { AttemptState } from '../journal/records.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

type Decision = Extract<EdgeEvent, { type: 'submitted' | 'failed' | 'expired' | 'unconfirmed' }>;

/** What became of one message, as `modem send` prints it: neither its number nor its text. */
export interface SendResult {
  readonly id: string;
  readonly state: Decision['type'];
  readonly parts: number;
  readonly partsSubmitted: number;
  /** TP-MR that the modem gave each part; null for one that it did not take, or did not answer */
  readonly references: readonly (number | null)[];
  readonly reason?: string;
  /** ISO 8601, by the clock of this computer: on disk; first given to the modem; decided */
  readonly receivedAt: string;
  readonly submittingAt?: string;
  readonly decidedAt: string;
}

/** Undefined while it is still open. */
export function sendResult(attempt: AttemptState): SendResult | undefined {
  const events = attempt.events.map(({ event }) => event);
  const decision = events.find(isDecision);
  const received = events.find(({ type }) => type === 'received');
  if (!decision || !received) return undefined;
  const submittingAt = attempt.parts.find((part) => part.submittingAt)?.submittingAt;
  return {
    id: attempt.attemptId,
    state: decision.type,
    parts: attempt.parts.length,
    partsSubmitted: attempt.parts.filter(({ state }) => state === 'submitted').length,
    references: attempt.parts.map(({ reference }) => reference ?? null),
    ...('reason' in decision && decision.reason !== undefined && { reason: decision.reason }),
    receivedAt: received.at,
    ...(submittingAt !== undefined && { submittingAt }),
    decidedAt: decision.at,
  };
}

/** The worst that became of any. */
export function exitCodeOf(results: readonly SendResult[]): ExitCode {
  if (results.some(({ state }) => state === 'unconfirmed')) return EXIT.unconfirmed;
  const whole = ({ state, parts, partsSubmitted }: SendResult) => state === 'submitted' && partsSubmitted === parts;
  return results.every(whole) ? EXIT.ok : EXIT.notSent;
}

/** Nothing more of the message will be given to the modem. */
export function isDecision(event: EdgeEvent): event is Decision {
  return ['submitted', 'failed', 'expired', 'unconfirmed'].includes(event.type);
}
