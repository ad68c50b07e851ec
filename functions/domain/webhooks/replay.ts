import { auditLine } from '../directory/entries/audit-line.ts';
import type { Actor } from '../directory/entries/model.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import { earlierAnswer } from '../shared/idempotency.ts';
import type { NewId } from '../shared/ids.ts';
import { findWebhook } from './keep-webhook.ts';
import { type Delivery, type DeliveryKey, isOn, type Replay, type WebhookKey } from './model.ts';
import type { Deliveries, Replays, WebhookHurry, Webhooks } from './ports.ts';

/** Deliveries that one job of a replay begins again. */
const AT_ONCE = 100;
/** Of these, written at the same time: a table that is busy answers so many before the call counts as lost. */
const SIDE_BY_SIDE = 10;

export interface ReplayDependencies {
  readonly webhooks: Pick<Webhooks, 'find'>;
  readonly deliveries: Pick<Deliveries, 'find' | 'restart' | 'stretch'>;
  readonly replays: Replays;
  readonly hurry: WebhookHurry;
  readonly hintLost: (error: unknown) => void;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** One delivery, whatever became of it. @throws DomainError `not-found`, `webhook-off` */
export async function replayDelivery(deps: ReplayDependencies, key: DeliveryKey): Promise<Delivery> {
  await webhookThatIsOn(deps, key);
  if (!(await deps.deliveries.restart(key, deps.clock.now()))) throw new DomainError('not-found');
  const { tenantId, webhookId, eventId: id } = key;
  await deps.hurry.push([{ tenantId, webhookId, id }]).catch(deps.hintLost);
  const delivery = await deps.deliveries.find(key);
  if (!delivery) throw new DomainError('not-found');
  return delivery;
}

/** A stretch of time, in the background and once for each key. @throws DomainError `not-found`, `webhook-off`, `idempotency-key-reused` */
export async function replayDeliveries(
  deps: ReplayDependencies,
  actor: Actor,
  webhookId: string,
  asked: Pick<Replay, 'from' | 'until' | 'which'>,
  key: string,
): Promise<string> {
  const { tenantId } = actor;
  const now = deps.clock.now();
  const replay: Replay = { tenantId, webhookId, replayId: deps.newId('rpl'), ...asked };
  const request = {
    ...{ route: 'replayWebhookDeliveries', key, now },
    asked: { webhookId, ...asked },
    answer: { id: replay.replayId },
  };
  const earlier = earlierAnswer(await deps.replays.earlier(tenantId, request));
  if (earlier) return earlier.id;
  await webhookThatIsOn(deps, { tenantId, webhookId });
  const audit = auditLine(deps.newId, actor, webhookId, deps.clock.now().toISOString(), {
    action: 'replayed',
    detail: `${asked.from} – ${asked.until}`,
  });
  const beside = earlierAnswer(await deps.replays.add(replay, now, request, audit));
  if (beside) return beside.id;
  await deps.hurry.push([{ tenantId, webhookId, id: replay.replayId }]).catch(deps.hintLost);
  return replay.replayId;
}

/** Goes on with a replay, some deliveries at a time. Where it has come to is stored after they were begun: a crash begins them again. */
export async function goOnWithReplay(deps: ReplayDependencies, key: WebhookKey, replayId: string): Promise<void> {
  const replay = await deps.replays.find(key, replayId);
  if (!replay) return;
  const { tenantId, webhookId, which } = replay;
  const found = await deps.deliveries.stretch(replay, AT_ONCE);
  const wanted = found.filter(({ state }) => which === 'all' || state === 'failed' || state === 'held');
  const now = deps.clock.now();
  for (let from = 0; from < wanted.length; from += SIDE_BY_SIDE)
    await Promise.all(wanted.slice(from, from + SIDE_BY_SIDE).map((one) => deps.deliveries.restart(one, now)));
  const jobs = wanted.map(({ eventId: id }) => ({ tenantId, webhookId, id }));
  await deps.hurry.push(jobs).catch(deps.hintLost);
  const last = found.at(-1);
  if (!last || found.length < AT_ONCE) return deps.replays.end(replay);
  await deps.replays.reach(replay, last.eventId);
  await deps.hurry.push([{ tenantId, webhookId, id: replayId }]).catch(deps.hintLost);
}

async function webhookThatIsOn(deps: Pick<ReplayDependencies, 'webhooks'>, key: WebhookKey): Promise<void> {
  if (!isOn(await findWebhook(deps, key))) throw new DomainError('webhook-off');
}
