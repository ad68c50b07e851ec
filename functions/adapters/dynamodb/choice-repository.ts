import type { AuditLine } from '../../domain/audit/model.ts';
import type { Lifted, MarketingConsent, NumberChoice, OptOut } from '../../domain/messaging/choices/model.ts';
import type { NumberChoices } from '../../domain/messaging/choices/ports.ts';
import type { NumberHashes } from '../../domain/shared/number-hashes.ts';
import { auditPut } from './audit.ts';
import { numberChoiceOf, optOutOf } from './codecs/number-choice.ts';
import { all, any, atMost, equals, missing } from './condition.ts';
import { keys, optOutPartition } from './keys.ts';
import type { Table } from './table.ts';

const KIND = { type: 'number-choice', v: 1 };

/** None of its items ever goes by itself: who wants no SMS wants none for good. */
export class ChoiceRepository implements NumberChoices {
  readonly #table: Table;
  readonly #hashes: NumberHashes;

  constructor(table: Table, hashes: NumberHashes) {
    this.#table = table;
    this.#hashes = hashes;
  }

  async find(tenantId: string, number: string): Promise<NumberChoice | undefined> {
    const item = await this.#table.get(keys.numberChoice(tenantId, await this.#hashes.of(tenantId, number)));
    return item && numberChoiceOf(item);
  }

  async optOut(optOut: OptOut, audit: AuditLine): Promise<boolean> {
    const { tenantId, optOutId, numberHash, since } = optOut;
    const { done } = await this.#table.write(
      {
        update: keys.numberChoice(tenantId, numberHash),
        change: { set: { ...KIND, optOutId, optedOutAt: since } },
        condition: all(missing('optOutId'), any(missing('liftedAt'), atMost('liftedAt', since))),
      },
      { put: { ...keys.optOut(tenantId, optOutId), type: 'opt-out', v: 1, ...optOut }, condition: missing('pk') },
      auditPut(audit),
    );
    return done;
  }

  async findOptOut(tenantId: string, optOutId: string): Promise<OptOut | undefined> {
    const item = await this.#table.get(keys.optOut(tenantId, optOutId));
    return item && optOutOf(item);
  }

  async optOuts(tenantId: string, limit: number, before?: string): Promise<{ items: OptOut[]; next?: string }> {
    const { items, next } = await this.#table.query({
      partition: { pk: optOutPartition(tenantId) },
      newestFirst: true,
      limit,
      ...(before !== undefined && { after: { ...keys.optOut(tenantId, before) } }),
      consistent: true,
    });
    return { items: items.map(optOutOf), ...(next && { next: String(next['sk']) }) };
  }

  async lift({ tenantId, optOutId, numberHash }: OptOut, lifted: Lifted, audit: AuditLine): Promise<boolean> {
    const { done } = await this.#table.write(
      {
        update: keys.numberChoice(tenantId, numberHash),
        change: { set: { liftedAt: lifted.at }, remove: ['optOutId'] },
        condition: equals('optOutId', optOutId),
      },
      { update: keys.optOut(tenantId, optOutId), change: { set: { lifted } }, condition: missing('lifted') },
      auditPut(audit),
    );
    return done;
  }

  async agree(
    tenantId: string,
    number: string,
    consent: MarketingConsent | undefined,
    audit: AuditLine,
  ): Promise<void> {
    await this.#table.write(
      {
        update: keys.numberChoice(tenantId, await this.#hashes.of(tenantId, number)),
        change: consent ? { set: { ...KIND, consent } } : { set: KIND, remove: ['consent'] },
      },
      auditPut(audit),
    );
  }
}
