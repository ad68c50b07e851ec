import { type Attempt, attempt, type DownlinkEnvelope, downlinkEnvelope } from '../../../contract/edge.ts';
import { messageReason } from '../../../contract/message-reasons.ts';
import { MAX_PARTS, smsText } from '../../../contract/sms-text.ts';
import type { CommandDesk } from '../commands/command-desk.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalRecord } from '../journal/records.ts';
import type { CloudTime } from './cloud-time.ts';
import type { Log } from './environment.ts';
import type { Handshake } from './handshake.ts';
import type { HealthReporter } from './health-reporter.ts';
import type { Outbox } from './outbox.ts';
import type { Sender } from './sender.ts';
import { createSerial } from './serial.ts';
import { takeRevoke } from './take-revoke.ts';

export interface IntakeParts {
  readonly journal: Journal;
  readonly handshake: Handshake;
  readonly outbox: Outbox;
  readonly sender: Sender;
  readonly health: HealthReporter;
  readonly commands: CommandDesk;
  readonly time: CloudTime;
  readonly log: Log;
}

/** Takes what the cloud says, one message after the other; the promise resolves once it is on disk. */
export function createIntake(parts: IntakeParts): (payload: string) => Promise<void> {
  const inTurn = createSerial();
  return (payload) => inTurn(() => take(parts, payload));
}

async function take(parts: IntakeParts, payload: string): Promise<void> {
  const message = parse(payload);
  if (!message) return parts.log('message-not-understood', { bytes: payload.length });
  switch (message.type) {
    case 'welcome':
      if (await parts.handshake.welcome(message)) {
        parts.outbox.tellAll();
        parts.sender.wake();
        parts.health.sayNow();
      }
      return;
    case 'quarantined':
      if (parts.handshake.quarantine(message)) parts.outbox.tellAll();
      return;
    case 'acknowledged':
      return parts.outbox.acknowledged(message.eventIds);
    case 'attempts':
      return takeAttempts(parts, message);
    case 'revoke':
      return takeRevoke(parts, message);
    case 'command':
      return parts.commands.take(message);
  }
}

type Attempts = Extract<DownlinkEnvelope, { type: 'attempts' }>;

async function takeAttempts(parts: IntakeParts, message: Attempts): Promise<void> {
  const { journal, handshake, outbox, sender, time, log } = parts;
  const { journalId, epoch } = journal.state;
  if (!handshake.joined || message.journalId !== journalId || message.epoch !== epoch) {
    log('attempts-not-taken', {
      attempts: message.attempts.length,
      joined: handshake.joined,
      journalId: message.journalId,
      epoch: message.epoch,
    });
    return;
  }
  const at = time.stamp();
  const given = readable(message.attempts, log);
  const fresh = new Map<string, Attempt>();
  for (const attempt of given) {
    const known = journal.state.eventsOf(attempt.attemptId);
    if (known) outbox.tell(known);
    else fresh.set(attempt.attemptId, attempt);
  }
  await journal.append(...[...fresh.values()].flatMap((attempt) => received(journal, attempt, at)));
  for (const id of fresh.keys()) log('received', { attemptId: id });
  sender.release(given.map(({ attemptId }) => attemptId));
}

function readable(attempts: readonly unknown[], log: Log): Attempt[] {
  return attempts.flatMap((given) => {
    const { success, data } = attempt.safeParse(given);
    if (!success) log('attempt-not-understood'); // nothing of it: a number and a text may be inside
    return data ?? [];
  });
}

function received(journal: Journal, { received: told, ...attempt }: Attempt, at: string): JournalRecord[] {
  const { attemptId } = attempt;
  const parts = smsText(attempt.text).parts.length;
  const refusal = { attemptId, part: 1, at };
  if (parts > MAX_PARTS) {
    const reason = messageReason('tooManyParts', { parts, most: MAX_PARTS });
    return [
      { type: 'received', attempt, parts: 1, at },
      { type: 'refused', ...refusal, reason },
    ];
  }
  const record = { type: 'received' as const, attempt, parts, at };
  // Told of, and not on this disk: it was restored to a moment before.
  if (told || journal.state.hasEnded(attemptId) || journal.state.mayHaveForgotten(attempt.notAfter)) {
    const reason = messageReason('attemptForgotten');
    return [
      record,
      ...Array.from({ length: parts }, (_, index) => ({
        type: 'unconfirmed' as const,
        ...refusal,
        part: index + 1,
        reason,
      })),
    ];
  }
  return [record];
}

function parse(payload: string): DownlinkEnvelope | undefined {
  try {
    return downlinkEnvelope.parse(JSON.parse(payload));
  } catch {
    return undefined; // said by the caller, without the payload: it may hold a number and a text
  }
}
