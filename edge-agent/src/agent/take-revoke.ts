import type { DownlinkEnvelope } from '../../../contract/edge.ts';
import { isDecided } from '../journal/attempt-state.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalRecord } from '../journal/records.ts';
import type { CloudTime } from './cloud-time.ts';
import type { Log } from './environment.ts';
import type { Handshake } from './handshake.ts';
import type { Outbox } from './outbox.ts';

type Revoke = Extract<DownlinkEnvelope, { type: 'revoke' }>;
type Revoked = Revoke['attempts'][number];

/**
 * Takes back what the modem has not been given; the promise resolves once that is on disk. Before the box has joined nothing is
 * taken: a disk that the cloud has yet to judge may not say that nothing was sent, and the cloud asks again after each `ready`.
 */
export async function takeRevoke(
  parts: { journal: Journal; handshake: Handshake; outbox: Outbox; time: CloudTime; log: Log },
  message: Revoke,
): Promise<void> {
  const { journal, handshake, outbox, time, log } = parts;
  const { joined } = handshake;
  if (!joined || message.journalId !== journal.state.journalId) {
    log('revokes-not-taken', { attempts: message.attempts.length, joined, journalId: message.journalId });
    return;
  }
  const at = time.stamp();
  const records = new Map<string, JournalRecord>();
  for (const revoked of message.attempts) {
    const { attemptId, notAfter } = revoked;
    outbox.tell(journal.state.eventsOf(attemptId) ?? []);
    if (isOpen(journal, revoked)) records.set(attemptId, { type: 'revoked', attemptId, notAfter, at });
    else log('revoke-without-effect', { attemptId });
  }
  await journal.append(...records.values());
  for (const attemptId of records.keys()) log('revoked', { attemptId });
}

/**
 * False where its end stands or stood in the journal: nothing of it will be sent anyway, and what became of it stays. Or where
 * it was here and this disk does not know it: then nobody can say that it was not sent.
 */
function isOpen({ state }: Journal, { attemptId, notAfter, received }: Revoked): boolean {
  const attempt = state.attempt(attemptId);
  if (attempt) return !isDecided(attempt) && !attempt.revoked;
  return !received && !state.eventsOf(attemptId) && !state.hasEnded(attemptId) && !state.mayHaveForgotten(notAfter);
}
