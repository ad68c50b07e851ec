import { WEBHOOKS_AT_MOST } from '../../../contract/webhook-events.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import type { Idempotency, IdempotentRequest } from '../../domain/shared/idempotency.ts';
import type { Webhook, WebhookKey } from '../../domain/webhooks/model.ts';
import type { Noted, Webhooks } from '../../domain/webhooks/ports.ts';
import { auditPut } from './audit.ts';
import { dueAgain } from './born-due.ts';
import { webhookOf } from './codecs/webhook.ts';
import { all, any, below, equals, missing } from './condition.ts';
import { writeOnce } from './idempotency.ts';
import { keys, tenantPartition, WEBHOOK } from './keys.ts';
import type { Table, Write } from './table.ts';

/** What a webhook may have or not. */
const OPTIONAL = ['description', 'earlierSecret', 'failingSince', 'restsUntil', 'switchedOff'];

export class WebhookRepository implements Webhooks {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async list(tenantId: string): Promise<Webhook[]> {
    const { items } = await this.#table.query({
      partition: { pk: tenantPartition(tenantId) },
      sort: { attribute: 'sk', beginsWith: WEBHOOK },
      limit: WEBHOOKS_AT_MOST,
      consistent: true,
    });
    return items.map(webhookOf);
  }

  async find({ tenantId, webhookId }: WebhookKey): Promise<Webhook | undefined> {
    const item = await this.#table.get(keys.webhook(tenantId, webhookId));
    return item && webhookOf(item);
  }

  async add<A extends object>(
    webhook: Webhook,
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A> | 'too-many'> {
    const { tenantId, webhookId } = webhook;
    const result = await writeOnce(
      this.#table,
      tenantId,
      request,
      {
        update: keys.webhookCount(tenantId),
        change: { set: { type: 'webhook-count', v: 1 }, add: { webhooks: 1 } },
        condition: any(missing('webhooks'), below('webhooks', WEBHOOKS_AT_MOST)),
      },
      {
        put: { ...keys.webhook(tenantId, webhookId), type: 'webhook', v: 1, ...webhook },
        condition: missing('pk'),
      },
      auditPut(audit),
    );
    return result.kind === 'refused' ? 'too-many' : result;
  }

  async change(before: Webhook, after: Webhook, audit: AuditLine): Promise<boolean> {
    const { done } = await this.#table.write(changeOf(before, after), auditPut(audit));
    return done;
  }

  async renewSecret<A extends object>(
    before: Webhook,
    after: Webhook,
    request: IdempotentRequest<A>,
    audit: AuditLine,
  ): Promise<Idempotency<A> | 'changed'> {
    const { tenantId } = before;
    const writes = [changeOf(before, after), auditPut(audit)];
    const result = await writeOnce(this.#table, tenantId, request, ...writes);
    return result.kind === 'refused' ? 'changed' : result;
  }

  async remove({ tenantId, webhookId, version }: Webhook, audit: AuditLine): Promise<boolean> {
    const { done } = await this.#table.write(
      { delete: keys.webhook(tenantId, webhookId), condition: equals('version', version) },
      { update: keys.webhookCount(tenantId), change: { add: { webhooks: -1 } } },
      auditPut(audit),
    );
    return done;
  }

  async note({ tenantId, webhookId, version }: Webhook, how: Noted): Promise<void> {
    await this.#table.write({
      update: keys.webhook(tenantId, webhookId),
      change: how === 'well' ? { remove: ['failingSince', 'restsUntil'] } : failing(how),
      condition: equals('version', version),
    });
  }

  async switchOff(
    { tenantId, webhookId, version, failingSince }: Webhook,
    switchedOff: NonNullable<Webhook['switchedOff']>,
    audit: AuditLine,
  ): Promise<boolean> {
    const key = keys.webhook(tenantId, webhookId);
    const { set, remove } = dueAgain(tenantId, switchedOff.at, key);
    const { done } = await this.#table.write(
      {
        update: key,
        change: { set: { switchedOff, ...set }, remove },
        condition: all(
          equals('version', version),
          missing('switchedOff'),
          ...(switchedOff.reason === 'failing' ? [equals('failingSince', failingSince)] : []),
        ),
      },
      auditPut(audit),
    );
    return done;
  }
}

const failing = ({ failingSince, restsUntil }: Exclude<Noted, 'well'>) => ({
  setMissing: { failingSince },
  ...(restsUntil !== undefined && { set: { restsUntil } }),
});

/** An update, as tries that are made at the same time note how they went. */
function changeOf(before: Webhook, after: Webhook): Write {
  return {
    update: keys.webhook(before.tenantId, before.webhookId),
    change: { set: { ...after }, remove: OPTIONAL.filter((name) => !Object.hasOwn(after, name)) },
    condition: equals('version', before.version),
  };
}
