import { type AttemptEvent, type Downlink, eventId } from '../../../contract/edge.ts';
import { smsText } from '../../../contract/sms-text.ts';
import type { Box } from '../../../functions/domain/messaging/model.ts';
import { readyBox } from '../messages.ts';
import type { Radio } from './radio.ts';

/** What comes of giving a text to the modem; of a text of one part the second is like the first. */
export type ModemOutcome = 'sent' | 'refused' | 'second part refused' | 'no answer, sent' | 'no answer, not sent';
/** The box loses its power before the text is given to the modem, or after. */
export type PowerCut = 'before the text' | 'after the text';

interface Kept {
  readonly attemptId: string;
  readonly parts: number;
  readonly notAfter: string;
  told: AttemptEvent;
}

/**
 * A box that does what the contract promises and no more: an attempt is given to the modem once at most, never after it was
 * revoked or has run out, and what the box tells it tells until it is acknowledged.
 */
export class ModelBox {
  readonly box: Box & { readonly journalId: string };
  /** Not yet acknowledged: each may be told at any time, again and out of order. */
  readonly events: AttemptEvent[] = [];
  readonly #kept = new Map<string, Kept>();
  readonly #radio: Radio;

  constructor(tenantId: string, radio: Radio) {
    this.box = readyBox({ tenantId });
    this.#radio = radio;
  }

  take(message: Downlink, now: Date): void {
    if (message.type === 'acknowledged')
      for (const id of message.eventIds) this.#forget((event) => eventId(event) === id);
    if (message.type === 'revoke') {
      for (const { attemptId, notAfter } of message.attempts) {
        const known = this.#kept.get(attemptId);
        if (!known || known.told.type === 'received')
          this.#become({ attemptId, notAfter, parts: known?.parts ?? 1 }, { type: 'revoked' }, now);
        else this.#tell(known.told);
      }
    }
    if (message.type !== 'attempts') return;
    for (const { attemptId, notAfter, text, received } of message.attempts) {
      const known = this.#kept.get(attemptId);
      // It never forgets: the cloud takes what another box told of, or of an earlier attempt, for this one.
      if (received && !known) throw new Error(`told of ${attemptId} only by the cloud`);
      if (known) this.#tell(known.told);
      else this.#become({ attemptId, notAfter, parts: smsText(text).parts.length }, { type: 'received' }, now);
    }
  }

  /** Gives the next text to the modem. False when none waits. */
  work(now: Date, outcome: ModemOutcome, cut?: PowerCut): boolean {
    const next = [...this.#kept.values()].find(({ told }) => told.type === 'received');
    if (!next) return false;
    if (next.notAfter <= now.toISOString()) this.#become(next, { type: 'expired' }, now);
    // After its start it does not know what became of the text.
    else if (cut === 'before the text') this.#doubt(next, now);
    else {
      const sent = this.#radio.give(next, outcome, now);
      if (cut === 'after the text' || outcome.startsWith('no answer')) this.#doubt(next, now);
      else if (sent === 0) this.#become(next, { type: 'failed', reason: 'the modem said no' }, now);
      else this.#become(next, { type: 'submitted', parts: next.parts, partsSubmitted: sent }, now);
    }
    return true;
  }

  /** Whether it has told that it will never send it. */
  saysUnsent(attemptId: string): boolean {
    const type = this.#kept.get(attemptId)?.told.type;
    return type === 'failed' || type === 'revoked' || type === 'expired';
  }

  /** The network's report on an attempt all of whose parts are on the radio. */
  report(attemptId: string, type: 'delivered' | 'undelivered', now: Date): void {
    const kept = this.#kept.get(attemptId);
    if (!kept || this.#radio.partsOf(attemptId) < kept.parts) return;
    if (kept.told.type !== 'submitted' && kept.told.type !== 'unconfirmed') return;
    this.#become(kept, type === 'delivered' ? { type } : { type, reason: 'the network gave up' }, now);
  }

  #doubt(kept: Omit<Kept, 'told'>, now: Date): void {
    this.#become(
      kept,
      { type: 'unconfirmed', parts: kept.parts, partsSubmitted: 0, reason: 'it was being given' },
      now,
    );
  }

  #become(kept: Omit<Kept, 'told'>, what: object, now: Date): void {
    const { attemptId } = kept;
    const told = { attemptId, at: now.toISOString(), ...what } as AttemptEvent;
    this.#kept.set(attemptId, { ...kept, told });
    this.#tell(told);
  }

  #tell(event: AttemptEvent): void {
    if (!this.events.some((known) => eventId(known) === eventId(event))) this.events.push(event);
  }

  #forget(which: (event: AttemptEvent) => boolean): void {
    const index = this.events.findIndex(which);
    if (index >= 0) this.events.splice(index, 1);
  }
}
