import { auditLine } from '../directory/entries/audit-line.ts';
import type { Actor } from '../directory/entries/model.ts';
import { after, type Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { EARLIER_SECRET_FOR, type Webhook, type WebhookKey } from './model.ts';
import type { WebhookSealer, WebhookSignatures, Webhooks } from './ports.ts';

export interface KeepWebhookDependencies {
  readonly webhooks: Webhooks;
  readonly sealer: WebhookSealer;
  readonly signatures: Pick<WebhookSignatures, 'makeSecret'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** What somebody says of a webhook. */
export type WebhookFields = Pick<Webhook, 'url' | 'events' | 'mailAddress' | 'enabled'> & {
  readonly description?: string | undefined;
};
/** With its secret, which is shown when it is made. */
export interface Shown {
  readonly webhook: Webhook;
  readonly secret: string;
}

/**
 * Makes a webhook, once for each key: a repetition gets the same, with the same secret.
 *
 * @throws DomainError `too-many-webhooks`, `idempotency-key-reused`
 */
export async function createWebhook(
  deps: KeepWebhookDependencies,
  actor: Actor,
  fields: WebhookFields,
  key: string,
): Promise<Shown> {
  const { tenantId } = actor;
  const now = deps.clock.now();
  const webhookId = deps.newId('whk');
  const webhook: Webhook = {
    ...{ tenantId, webhookId, version: 1, createdAt: now.toISOString() },
    ...said(fields, actor, now),
    secret: await deps.sealer.seal(tenantId, webhookId, deps.signatures.makeSecret()),
  };
  const request = { route: 'createWebhook', key, asked: fields, answer: { webhook }, now };
  const added = await deps.webhooks.add(
    webhook,
    request,
    auditLine(deps.newId, actor, webhookId, deps.clock.now().toISOString(), { action: 'created' }),
  );
  if (added === 'too-many') throw new DomainError('too-many-webhooks');
  if (added.kind === 'reused') throw new DomainError('idempotency-key-reused');
  return shown(deps, added.kind === 'repeated' ? added.answer.webhook : webhook);
}

/** @throws DomainError `not-found` */
export async function findWebhook(
  { webhooks }: { webhooks: Pick<Webhooks, 'find'> },
  key: WebhookKey,
): Promise<Webhook> {
  const webhook = await webhooks.find(key);
  if (!webhook) throw new DomainError('not-found');
  return webhook;
}

/** Turning it on again ends that it was switched off. @throws DomainError `not-found`, `changed-meanwhile` */
export async function changeWebhook(
  deps: KeepWebhookDependencies,
  actor: Actor,
  webhookId: string,
  version: number,
  fields: WebhookFields,
): Promise<Webhook> {
  const before = await present(deps, actor, webhookId, version);
  const { tenantId, secret, earlierSecret, createdAt, failingSince, switchedOff } = before;
  const changed: Webhook = {
    ...{ tenantId, webhookId, secret, createdAt, version: version + 1 },
    ...(earlierSecret && { earlierSecret }),
    ...(!fields.enabled && failingSince !== undefined && { failingSince }),
    ...(!fields.enabled && switchedOff && { switchedOff }),
    ...said(fields, actor, deps.clock.now()),
  };
  const names = (['url', 'events', 'mailAddress', 'description', 'enabled'] as const).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(changed[name]),
  );
  const audit = auditLine(deps.newId, actor, webhookId, deps.clock.now().toISOString(), {
    action: 'changed',
    changed: names,
  });
  if (!(await deps.webhooks.change(before, changed, audit))) throw new DomainError('changed-meanwhile');
  return changed;
}

/** @throws DomainError `not-found`, `changed-meanwhile` */
export async function removeWebhook(
  deps: KeepWebhookDependencies,
  actor: Actor,
  webhookId: string,
  version: number,
): Promise<void> {
  const webhook = await present(deps, actor, webhookId, version);
  const audit = auditLine(deps.newId, actor, webhookId, deps.clock.now().toISOString(), { action: 'removed' });
  if (!(await deps.webhooks.remove(webhook, audit))) throw new DomainError('changed-meanwhile');
}

/**
 * Another secret, once for each key; the one before still signs for a day, and the one before that no more.
 *
 * @throws DomainError `not-found`, `changed-meanwhile`, `idempotency-key-reused`
 */
export async function renewSecret(
  deps: KeepWebhookDependencies,
  actor: Actor,
  webhookId: string,
  key: string,
): Promise<Shown> {
  const before = await findWebhook(deps, { tenantId: actor.tenantId, webhookId });
  const now = deps.clock.now();
  const renewed: Webhook = {
    ...before,
    version: before.version + 1,
    secret: await deps.sealer.seal(before.tenantId, webhookId, deps.signatures.makeSecret()),
    earlierSecret: { sealed: before.secret, until: after(now, EARLIER_SECRET_FOR).toISOString() },
    ...{ changedAt: now.toISOString(), changedBy: actor.id },
  };
  const request = { route: 'renewWebhookSecret', key, asked: { webhookId }, answer: { webhook: renewed }, now };
  const audit = auditLine(deps.newId, actor, webhookId, deps.clock.now().toISOString(), {
    action: 'changed',
    changed: ['secret'],
  });
  const done = await deps.webhooks.renewSecret(before, renewed, request, audit);
  if (done === 'changed') throw new DomainError('changed-meanwhile');
  if (done.kind === 'reused') throw new DomainError('idempotency-key-reused');
  return shown(deps, done.kind === 'repeated' ? done.answer.webhook : renewed);
}

async function present(deps: KeepWebhookDependencies, { tenantId }: Actor, webhookId: string, version: number) {
  const webhook = await findWebhook(deps, { tenantId, webhookId });
  if (webhook.version !== version) throw new DomainError('changed-meanwhile');
  return webhook;
}

const said = ({ url, events, mailAddress, enabled, description }: WebhookFields, { id }: Actor, now: Date) => ({
  ...{ url, events, mailAddress, enabled, changedAt: now.toISOString(), changedBy: id },
  ...(description !== undefined && { description }),
});

const shown = async ({ sealer }: KeepWebhookDependencies, webhook: Webhook): Promise<Shown> => ({
  webhook,
  secret: await sealer.open(webhook.tenantId, webhook.webhookId, webhook.secret),
});
