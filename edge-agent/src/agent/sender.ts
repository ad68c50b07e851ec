import { smsText } from '../../../contract/sms-text.ts';
import type { Journal } from '../journal/journal.ts';
import type { AttemptFact, AttemptState } from '../journal/records.ts';
import type { Modem, Part, PartOutcome } from '../ports.ts';
import { backoff } from './backoff.ts';
import type { CloudTime } from './cloud-time.ts';
import type { Clock, Log } from './environment.ts';
import { WakeUp } from './wake-up.ts';

const REPEAT = { first: 2_000, longest: 300_000 };

/** What the arming of a part says when it may no longer be given to the modem, which was just made ready for it. */
class Withdrawn extends Error {}

export interface SenderParts {
  readonly journal: Journal;
  readonly modem: Modem;
  readonly clock: Clock;
  readonly time: CloudTime;
  readonly log: Log;
  /** false before the cloud has welcomed this journal and told the time, and when it has refused it */
  readonly maySend: () => boolean;
}

/** Gives the open attempts to the modem, the oldest first, one part at a time, each part once. */
export class Sender {
  readonly #parts: SenderParts;
  readonly #wakeUp: WakeUp;
  /**
   * Ids of attempts of an earlier start that the cloud has not given again. The disk may have been restored to a moment
   * before they were sent; the cloud does not give again what it knows to be sent.
   */
  readonly #held: Set<string>;
  /** attempts of which a part was not sent, and when the next try is due (by the monotonic clock) */
  readonly #delays = new Map<string, { failures: number; until: number }>();
  #modem: 'not-asked' | 'asked' | 'ready' = 'not-asked';
  #inFlight: { readonly to: string; readonly settled: Promise<void> } | undefined;
  #stopped = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#wakeUp = new WakeUp(parts.clock);
    this.#held = new Set(parts.journal.state.openAttempts().map(({ attemptId }) => attemptId));
  }

  /** The cloud has given these attempts since the start. */
  release(attemptIds: readonly string[]): void {
    for (const id of attemptIds) this.#held.delete(id);
    this.wake();
  }

  /** There may be something to send. */
  wake(): void {
    this.#wakeUp.call();
  }

  /** The part that the modem has now: resolves when its outcome is on disk. */
  get inFlight(): { readonly to: string; readonly settled: Promise<void> } | undefined {
    return this.#inFlight;
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      await this.#expire();
      const attempt = this.#parts.maySend() ? this.#next() : undefined;
      if (!attempt) await this.#wakeUp.wait(this.#untilNext());
      else if (await this.#modemIsReady()) await this.#send(attempt);
    }
  }

  /** Takes effect after the part that the modem has now. */
  stop(): void {
    this.#stopped = true;
    this.#wakeUp.call();
  }

  /** False when something else is to be looked at first, such as a message that has become too old meanwhile. */
  async #modemIsReady(): Promise<boolean> {
    if (this.#modem === 'not-asked') {
      this.#modem = 'asked';
      this.#parts.modem.ready().then(
        () => {
          this.#modem = 'ready';
          this.#wakeUp.call();
        },
        (error) => this.#parts.log('modem-closed', { reason: String(error) }),
      );
    }
    await this.#wakeUp.wait(this.#untilExpiry());
    if (this.#modem !== 'ready') return false;
    this.#modem = 'not-asked';
    return !this.#stopped;
  }

  #next(): AttemptState | undefined {
    const now = this.#parts.clock.monotonic();
    return this.#parts.journal.state
      .openAttempts()
      .find(({ attemptId }) => !this.#held.has(attemptId) && (this.#delays.get(attemptId)?.until ?? now) <= now);
  }

  async #expire(): Promise<void> {
    const { journal, time, log } = this.#parts;
    if (!this.#parts.maySend()) return;
    const old = journal.state.openAttempts().filter(({ notAfter }) => Date.parse(notAfter) <= time.now());
    if (old.length === 0) return;
    const at = time.stamp();
    await journal.append(...old.map(({ attemptId }) => ({ type: 'expired' as const, attemptId, at })));
    for (const { attemptId } of old) {
      this.#delays.delete(attemptId);
      log('expired', { attemptId });
    }
  }

  /** In milliseconds. */
  #untilExpiry(): number | undefined {
    const now = this.#parts.time.now();
    return least(this.#parts.journal.state.openAttempts().map(({ notAfter }) => Date.parse(notAfter) - now));
  }

  #untilNext(): number | undefined {
    if (!this.#parts.maySend()) return undefined;
    const expiry = this.#untilExpiry();
    const now = this.#parts.clock.monotonic();
    return least([
      ...(expiry === undefined ? [] : [expiry]),
      ...[...this.#delays.values()].map(({ until }) => until - now),
    ]);
  }

  async #send(attempt: AttemptState): Promise<void> {
    const { journal, log } = this.#parts;
    const { attemptId } = attempt;
    const part = attempt.parts.findIndex(({ state }) => state === 'waiting') + 1;
    let settle = () => {};
    this.#inFlight = { to: attempt.to, settled: new Promise((resolve) => (settle = resolve)) };
    try {
      const { outcome, armed } = await this.#submit(attempt, part);
      log('part-answered', {
        attemptId,
        part,
        outcome: outcome.kind,
        ...('reason' in outcome && { reason: outcome.reason }),
      });
      const at = this.#parts.time.stamp();
      if (outcome.kind !== 'not-sent' || armed) await journal.append(outcomeFact({ attemptId, part, at }, outcome));
      this.#delay(attemptId, outcome.kind === 'not-sent');
    } finally {
      this.#inFlight = undefined;
      settle();
    }
  }

  async #submit(attempt: AttemptState, part: number): Promise<{ outcome: PartOutcome; armed: boolean }> {
    const { journal, modem, time } = this.#parts;
    const { attemptId } = attempt;
    let armed = false;
    const arm = async () => {
      if (armed)
        throw new Error(`part ${part} of ${attemptId} was armed before: it may be given to the modem once only`);
      this.#mayStillBeGiven(attempt);
      armed = true;
      await journal.append({ type: 'submitting', attemptId, part, at: time.stamp() });
      this.#mayStillBeGiven(attempt); // the disk takes its time
    };
    try {
      return { outcome: await modem.submit(modemPart(attempt, part), arm), armed };
    } catch (error) {
      // After the arming nobody knows how far the driver came; before it, and when it was refused, nothing was written.
      const kind = armed && !(error instanceof Withdrawn) ? 'unconfirmed' : 'not-sent';
      return { outcome: { kind, reason: String(error) }, armed };
    }
  }

  #mayStillBeGiven({ notAfter }: AttemptState): void {
    if (!this.#parts.maySend()) throw new Withdrawn('sending is no longer allowed');
    if (Date.parse(notAfter) <= this.#parts.time.now()) throw new Withdrawn('notAfter has passed');
  }

  /** A part that was not sent waits, and others go first. */
  #delay(attemptId: string, notSent: boolean): void {
    if (!notSent) {
      this.#delays.delete(attemptId);
      return;
    }
    const failures = (this.#delays.get(attemptId)?.failures ?? 0) + 1;
    this.#delays.set(attemptId, { failures, until: this.#parts.clock.monotonic() + backoff(failures, REPEAT) });
  }
}

function outcomeFact(ofPart: { attemptId: string; part: number; at: string }, outcome: PartOutcome): AttemptFact {
  switch (outcome.kind) {
    case 'submitted':
      return { type: 'submitted', ...ofPart, reference: outcome.reference };
    case 'not-sent':
      return { type: 'not-sent', ...ofPart };
    case 'refused':
    case 'unconfirmed':
      return { type: outcome.kind, ...ofPart, reason: outcome.reason };
  }
}

function least(times: readonly number[]): number | undefined {
  return times.length > 0 ? Math.min(...times) : undefined;
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
