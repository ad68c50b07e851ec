import type { AttemptFact, AttemptState } from '../journal/records.ts';
import type { PartOutcome, SimLimits } from '../ports.ts';
import type { Clock, Log } from './environment.ts';
import { type Giver, givePart } from './give-part.ts';
import type { SendQueue } from './send-queue.ts';
import { type LimitReached, limitReached } from './sim-limits.ts';
import { WakeUp } from './wake-up.ts';

export interface LaneParts extends Giver {
  readonly queue: SendQueue;
  readonly limits: SimLimits;
  readonly clock: Clock;
  readonly log: Log;
  /** called when an attempt is back in the queue: it may be another modem's turn */
  readonly onGivenBack: () => void;
}

/** What one modem sends: the oldest attempt that it may, one part at a time. */
export class Lane {
  readonly #parts: LaneParts;
  readonly #wakeUp: WakeUp;
  /** the modem was asked to say when it can send */
  #asked = false;
  #ready = false;
  #limitTold: string | undefined;
  #inFlight: { readonly to: string; readonly settled: Promise<void> } | undefined;
  #stopped = false;

  constructor(parts: LaneParts) {
    this.#parts = parts;
    this.#wakeUp = new WakeUp(parts.clock);
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
    const { queue, time, maySend } = this.#parts;
    while (!this.#stopped) {
      const next = maySend() ? this.#next() : undefined;
      if (!next) {
        this.#limitTold = undefined;
        await this.#wakeUp.wait(maySend() ? queue.untilNext() : undefined);
        continue;
      }
      const reached = this.#limitFor(next);
      if (reached) await this.#wakeUp.wait(reached.until - time.now());
      else if ((await this.#modemIsReady()) && this.#next() === next) await this.#sendNext(next);
    }
  }

  /** Takes effect after the part that the modem has now. */
  stop(): void {
    this.#stopped = true;
    this.#wakeUp.call();
  }

  /** The oldest; of those behind one that is too long for the rest of the day, the oldest that is not. */
  #next(): AttemptState | undefined {
    const { queue, name } = this.#parts;
    const first = queue.first(name);
    const fitsDay = (attempt: AttemptState) => this.#reached(attempt)?.limit !== 'day';
    return first && !fitsDay(first) ? (queue.firstThat(name, fitsDay) ?? first) : first;
  }

  #reached({ parts }: AttemptState): LimitReached | undefined {
    const { journal, name, limits, time } = this.#parts;
    const isBegun = parts.some(({ state }) => state !== 'waiting');
    return limitReached(journal.state, name, limits, isBegun ? 1 : parts.length, time.now());
  }

  /** The log is told once for a day, and once for as long as messages wait without a break. */
  #limitFor(attempt: AttemptState): LimitReached | undefined {
    const { name, log } = this.#parts;
    const reached = this.#reached(attempt);
    if (!reached) return undefined;
    const until = new Date(reached.until).toISOString();
    const told = reached.limit === 'day' ? until : 'minute';
    if (told !== this.#limitTold) log('sim-limit', { modem: name, limit: reached.limit, until });
    this.#limitTold = told;
    return reached;
  }

  /** False when something else is to be looked at first, such as a message that another modem has taken meanwhile. */
  async #modemIsReady(): Promise<boolean> {
    this.#ready = false;
    if (!this.#asked) {
      this.#asked = true;
      this.#parts.modem.ready().then(
        () => {
          this.#asked = false;
          this.#ready = true;
          this.#wakeUp.call();
        },
        (error) => this.#parts.log('modem-closed', { modem: this.#parts.name, reason: String(error) }),
      );
    }
    await this.#wakeUp.wait(undefined);
    return this.#ready && !this.#stopped && this.#parts.maySend();
  }

  async #sendNext(next: AttemptState): Promise<void> {
    const { queue, name, onGivenBack } = this.#parts;
    const attempt = queue.take(name, next);
    if (!attempt) return;
    let settle = () => {};
    this.#inFlight = { to: attempt.to, settled: new Promise((resolve) => (settle = resolve)) };
    try {
      const outcome = await this.#send(attempt);
      queue.giveBack(attempt.attemptId, outcome.kind === 'not-sent');
      onGivenBack();
    } finally {
      this.#inFlight = undefined;
      settle();
    }
  }

  async #send(attempt: AttemptState): Promise<PartOutcome> {
    const { journal, time, name, log } = this.#parts;
    const { attemptId } = attempt;
    const part = attempt.parts.findIndex(({ state }) => state === 'waiting') + 1;
    const { outcome, armed } = await givePart(this.#parts, attempt, part);
    log('part-answered', {
      ...{ attemptId, part, modem: name, outcome: outcome.kind },
      ...('reason' in outcome && { reason: outcome.reason }),
    });
    const at = time.stamp();
    if (outcome.kind !== 'not-sent' || armed) await journal.append(outcomeFact({ attemptId, part, at }, outcome));
    return outcome;
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
