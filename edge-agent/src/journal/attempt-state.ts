import type { Attempt, AttemptEvent } from '../../../contract/edge.ts';
import { messageReason } from '../../../contract/message-reasons.ts';
import type { AttemptFact, AttemptState, PartState } from './records.ts';

/** What the box knows of one attempt, and which events follow: a pure function of the facts in their order. */

type PartFact = Exclude<AttemptFact, { type: 'expired' | 'revoked' }>;

const DECISIONS: readonly AttemptEvent['type'][] = ['submitted', 'failed', 'expired', 'revoked', 'unconfirmed'];

export function receivedAttempt(
  attempt: Attempt,
  parts: number,
  concatenationReference: number,
  at: string,
): AttemptState {
  return {
    ...attempt,
    ...(parts > 1 && { concatenationReference }),
    parts: Array.from({ length: parts }, () => ({ state: 'waiting' })),
    expired: false,
    events: [{ event: { type: 'received', attemptId: attempt.attemptId, at }, acknowledged: false }],
  };
}

/** True once nothing more of it will be given to the modem. */
export function isDecided(attempt: AttemptState): boolean {
  return attempt.events.some(({ event }) => DECISIONS.includes(event.type));
}

/** The attempt after a fact, with the events that follow from it; the text is dropped as soon as it is decided. */
export function afterFact(attempt: AttemptState, fact: AttemptFact): AttemptState {
  return withDelivery(withDecision(told(attempt, fact), fact.at), fact.at);
}

function told(attempt: AttemptState, fact: AttemptFact): AttemptState {
  switch (fact.type) {
    case 'expired':
    case 'revoked':
      // Either stops it for good; what came second changes nothing.
      return isStopped(attempt) ? attempt : { ...attempt, [fact.type]: true };
    default: {
      const place = placeOf(attempt, fact);
      return {
        ...attempt,
        parts: attempt.parts.map((part, index) => (index === place ? partAfter(part, fact) : part)),
      };
    }
  }
}

/**
 * The part that a fact is of. What is with the network, or may be, can't be refused any more: a journal that says so, as those of
 * earlier versions do of a message whose modem is gone, means the rest.
 */
function placeOf({ parts }: AttemptState, fact: PartFact): number {
  const place = fact.part - 1;
  const state = parts[place]?.state;
  const isGiven = state === 'submitted' || state === 'unconfirmed';
  return fact.type === 'refused' && isGiven ? parts.findIndex(({ state }) => state === 'waiting') : place;
}

function isStopped({ expired, revoked }: AttemptState): boolean {
  return expired || revoked === true;
}

function partAfter(part: PartState, fact: PartFact): PartState {
  switch (fact.type) {
    case 'submitting':
      return { state: 'submitting', submittingAt: fact.at, ...(fact.modem !== undefined && { modem: fact.modem }) };
    case 'not-sent':
      return { state: 'waiting' };
    case 'submitted':
      return { ...part, state: 'submitted', reference: fact.reference };
    case 'refused':
    case 'unconfirmed':
      return { ...part, state: fact.type, reason: fact.reason };
    case 'reported':
      return { ...part, state: 'submitted', reference: fact.reference, ...(fact.report && { report: fact.report }) };
  }
}

function withDecision(attempt: AttemptState, at: string): AttemptState {
  const event = decision(attempt, at);
  return event && !has(attempt, event.type) ? { ...withEvent(attempt, event), text: '' } : attempt;
}

function decision(attempt: AttemptState, at: string): AttemptEvent | undefined {
  const { attemptId, parts, revoked } = attempt;
  const refused = parts.find(({ state }) => state === 'refused');
  const unconfirmed = parts.find(({ state }) => state === 'unconfirmed');
  const partsSubmitted = parts.filter(({ state }) => state === 'submitted').length;
  const waiting = parts.some(({ state }) => state === 'waiting');

  if (parts.some(({ state }) => state === 'submitting')) return undefined;
  if (waiting && !isStopped(attempt) && !refused) return undefined;
  const counts = { attemptId, at, parts: parts.length, partsSubmitted };
  if (unconfirmed) return { type: 'unconfirmed', ...counts, reason: unconfirmed.reason ?? '' };
  if (partsSubmitted === parts.length) return { type: 'submitted', ...counts };
  const reason = refused?.reason ?? messageReason(revoked ? 'restRevoked' : 'restTooOld');
  if (partsSubmitted > 0) return { type: 'submitted', ...counts, reason };
  if (refused) return { type: 'failed', attemptId, at, reason };
  return { type: revoked ? 'revoked' : 'expired', attemptId, at };
}

function withDelivery(attempt: AttemptState, at: string): AttemptState {
  if (!has(attempt, 'submitted') || has(attempt, 'delivered') || has(attempt, 'undelivered')) return attempt;
  const { attemptId, parts } = attempt;
  const failed = parts.find(({ report }) => report?.status === 'failed')?.report;
  if (failed)
    return withEvent(attempt, {
      type: 'undelivered',
      attemptId,
      at,
      reason: messageReason('networkStatus', { status: hex(failed.statusCode) }),
    });
  return parts.every(({ report }) => report?.status === 'delivered')
    ? withEvent(attempt, { type: 'delivered', attemptId, at })
    : attempt;
}

function has(attempt: AttemptState, type: AttemptEvent['type']): boolean {
  return attempt.events.some(({ event }) => event.type === type);
}

function withEvent(attempt: AttemptState, event: AttemptEvent): AttemptState {
  return { ...attempt, events: [...attempt.events, { event, acknowledged: false }] };
}

function hex(code: number): string {
  return `0x${code.toString(16).padStart(2, '0')}`;
}
