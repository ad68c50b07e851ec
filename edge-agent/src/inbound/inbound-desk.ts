import { ulid } from 'ulid';
import type { CloudTime } from '../agent/cloud-time.ts';
import type { Clock, Log, Random } from '../agent/environment.ts';
import { createSerial } from '../agent/serial.ts';
import type { Journal } from '../journal/journal.ts';
import type { InboundPart } from '../ports.ts';
import { kindOf } from './kind-of.ts';
import { partFact } from './part-fact.ts';
import { placeOf } from './place-of.ts';

/** Messages that wait for the cloud; while there are so many, new ones stay on the SIM card, or with the network. */
export const WAITING_MESSAGES = 10_000;

export interface InboundDeskParts {
  readonly journal: Journal;
  readonly time: CloudTime;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export interface InboundDesk {
  /** Takes the parts of a modem; the promise resolves once the part is on disk, or need not be kept. */
  from(modem: string): (part: InboundPart) => Promise<void>;
  /** Tells of the messages whose parts did not come. The cloud's time has to be known. */
  giveUpOverdue(): Promise<void>;
}

class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

export function createInboundDesk(parts: InboundDeskParts): InboundDesk {
  const { journal, time, random, log } = parts;
  const { inbound } = journal.state;
  /** Where a part belongs follows from what is on disk, so one comes after the other. */
  const inTurn = createSerial();
  let full = false;

  async function take(modem: string, part: InboundPart): Promise<void> {
    const kind = kindOf(part);
    if (!kind) return log('inbound-for-the-modem', { protocol: part.protocol ?? 0 });
    const { arrival, dated } = arrivalOf(part, parts);
    const fact = partFact(part, kind, modem, { at: arrival.toISOString(), dated });
    const place = placeOf(fact, inbound);
    if (place === 'again') return log('inbound-again');
    if (place === 'new') checkRoom();
    const inboundId = place === 'new' ? `inb_${ulid(arrival.getTime(), random)}` : place.inboundId;
    await journal.append({ type: 'inbound-part', inboundId, ...fact });
    const { part: number = 1, parts: of = 1 } = fact.concatenation ?? {};
    log('inbound-kept', { inboundId, kind, part: number, parts: of });
  }

  function checkRoom(): void {
    const isFull = inbound.size >= WAITING_MESSAGES;
    if (isFull && !full) log('inbound-full', { messages: inbound.size });
    full = isFull;
    if (isFull) throw new TooManyWaiting(`${inbound.size} messages wait for the cloud`);
  }

  async function giveUpOverdue(): Promise<void> {
    const overdue = inbound.overdue(new Date(time.now()));
    if (overdue.length === 0) return;
    const inboundIds = overdue.map(({ inboundId }) => inboundId);
    await journal.append({ type: 'inbound-given-up', inboundIds, at: time.stamp() });
    for (const inboundId of inboundIds) log('inbound-incomplete', { inboundId });
  }

  return {
    from: (modem) => (part) => inTurn(() => take(modem, part)),
    giveUpOverdue: () => inTurn(giveUpOverdue),
  };
}

/** By the cloud's time; before that is known the network's stands in for it, and the box's own where that told none. */
function arrivalOf({ sentAt }: InboundPart, { time, clock }: InboundDeskParts): { arrival: Date; dated: boolean } {
  return time.known ? { arrival: new Date(time.now()), dated: true } : { arrival: sentAt ?? clock.now(), dated: false };
}
