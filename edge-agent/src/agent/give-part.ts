import { smsText } from '../../../contract/sms-text.ts';
import type { Journal } from '../journal/journal.ts';
import type { AttemptState } from '../journal/records.ts';
import type { Modem, Part, PartOutcome } from '../ports.ts';
import type { CloudTime } from './cloud-time.ts';

/** What the arming of a part says when it may no longer be given to the modem, which was just made ready for it. */
class Withdrawn extends Error {}

export interface Giver {
  /** as the configuration names it */
  readonly name: string;
  readonly modem: Modem;
  readonly journal: Journal;
  readonly time: CloudTime;
  readonly maySend: () => boolean;
}

/**
 * Gives one part to the modem, after a note on disk. `armed`: the note was written.
 * @param part from 1
 */
export async function givePart(
  giver: Giver,
  attempt: AttemptState,
  part: number,
): Promise<{ outcome: PartOutcome; armed: boolean }> {
  const { name, modem, journal, time } = giver;
  const { attemptId } = attempt;
  let armed = false;
  const arm = async () => {
    if (armed) throw new Error(`part ${part} of ${attemptId} was armed before: it may be given to the modem once only`);
    mayStillBeGiven(giver, attempt);
    armed = true;
    await journal.append({ type: 'submitting', attemptId, part, at: time.stamp(), modem: name });
    mayStillBeGiven(giver, attempt); // the disk takes its time
  };
  try {
    return { outcome: await modem.submit(modemPart(attempt, part), arm), armed };
  } catch (error) {
    // After the arming nobody knows how far the driver came; before it, and when it was refused, nothing was written.
    const kind = armed && !(error instanceof Withdrawn) ? 'unconfirmed' : 'not-sent';
    return { outcome: { kind, reason: String(error) }, armed };
  }
}

function mayStillBeGiven({ journal, time, maySend }: Giver, { attemptId, notAfter }: AttemptState): void {
  if (!maySend()) throw new Withdrawn('sending is no longer allowed');
  if (Date.parse(notAfter) <= time.now()) throw new Withdrawn('notAfter has passed');
  if (journal.state.attempt(attemptId)?.revoked) throw new Withdrawn('it was revoked');
  if (!journal.state.isOpen(attemptId)) throw new Withdrawn('it was decided meanwhile');
}

function modemPart(attempt: AttemptState, part: number): Part {
  const { alphabet, parts } = smsText(attempt.text);
  const text = parts[part - 1];
  if (text === undefined || parts.length !== attempt.parts.length)
    throw new Error(`part ${part} of ${attempt.attemptId} is not there`);
  const reference = attempt.concatenationReference;
  return {
    to: attempt.to,
    text,
    alphabet,
    ...(reference !== undefined && { concatenation: { reference, part, parts: parts.length } }),
  };
}
