import type { Priority } from '../../../contract/priorities.ts';
import { PROVIDERS, type SendingRoute } from '../../../contract/providers.ts';
import { takeOutOfUse, useAgain } from '../../../functions/domain/edge/out-of-use.ts';
import { applyEdgeEvents } from '../../../functions/domain/messaging/apply-edge-events.ts';
import { cancelMessage } from '../../../functions/domain/messaging/cancel-message.ts';
import { liftOptOut } from '../../../functions/domain/messaging/choices/keep-opt-outs.ts';
import { optOut } from '../../../functions/domain/messaging/choices/opt-out.ts';
import { dispatch } from '../../../functions/domain/messaging/dispatch.ts';
import { callRoute } from '../../../functions/domain/messaging/providers/call-route.ts';
import { takeReport } from '../../../functions/domain/messaging/providers/take-report.ts';
import { resolveMessage } from '../../../functions/domain/messaging/resolve-message.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { DomainError } from '../../../functions/domain/shared/domain-error.ts';
import { newId } from '../messages.ts';
import { Death } from '../web-providers/dying.ts';
import type { Model } from './checks.ts';
import type { ModemOutcome, PowerCut } from './model-box.ts';
import type { ProviderOutcome } from './model-provider.ts';
import type { DeathPlan, World } from './world.ts';

/** What may happen to a thing on its way: it arrives, or it arrives and a copy stays on the way, or it is lost. */
export type Fate = 'arrives' | 'is doubled' | 'is lost';

const BY = 'tok_model';
const HOUR = 3_600_000;
/** before which nothing is to be sent that is not for now */
const MORNING = Date.parse('2026-11-22T08:00:00.000Z');

/** Runs what a process does; its death is no failure of the test, and neither is a refusal. Says whether it lived. */
async function living(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof DomainError) return true;
    if (isDeath(error)) return false;
    throw error;
  }
}

function isDeath(error: unknown): boolean {
  return error instanceof Death || (error instanceof AggregateError && error.errors.every(isDeath));
}

/** Takes the picked thing off its way; it stays there when it is doubled, or when its bearer dies. */
async function carry<T>(way: T[], pick: number, fate: Fate, bring: (thing: T) => Promise<boolean>): Promise<void> {
  const thing = way[pick % way.length];
  if (thing === undefined) return;
  const isGone = fate === 'is lost' || ((await bring(thing)) && fate === 'arrives');
  if (isGone) way.splice(way.indexOf(thing), 1);
}

export interface Asked {
  readonly key: number;
  readonly long: boolean;
  readonly route: SendingRoute | undefined;
  readonly later: boolean;
  readonly priority: Priority;
  readonly to: string;
  /** by which the agency's messages go at that moment, the first that can */
  readonly order: readonly SendingRoute[] | undefined;
}

export async function send({ world, model }: Acting, asked: Asked, death: DeathPlan | undefined): Promise<string[]> {
  const text = asked.long ? 'Werk morgen van zeven tot vier. '.repeat(9) : 'Goedemorgen';
  // The same moment for the same key, so that its repetition is one.
  const sendAt = asked.later ? new Date(MORNING + asked.key * HOUR).toISOString() : undefined;
  const { route, priority } = asked;
  const body = { to: asked.to, text, priority, ...(route && { route }), ...(sendAt && { sendAt }) };
  const earlier = model.answers.get(`${asked.key}`);
  const wrong: string[] = [];
  await living(async () => {
    const { id } = await world.accept(body, `${asked.key}`, asked.order, death);
    if (earlier && (earlier.id !== id || earlier.asked !== JSON.stringify(body)))
      wrong.push(`key ${asked.key} was answered ${earlier.id}, and now ${id}`);
    model.answers.set(`${asked.key}`, { asked: JSON.stringify(body), id });
  });
  return wrong;
}

export interface Acting {
  readonly world: World;
  readonly model: Model;
}

export async function workJob({ world }: Acting, pick: number, fate: Fate, death?: DeathPlan): Promise<void> {
  await carry(world.jobs, pick, fate, (job) => living(() => dispatch(world.process(death), [job])));
}

export async function call(
  { world }: Acting,
  pick: number,
  fate: Fate,
  outcome: ProviderOutcome,
  death?: DeathPlan,
): Promise<void> {
  for (const name of PROVIDERS) world.providers[name].outcome = outcome;
  await carry(world.callJobs, pick, fate, (job) => living(() => callRoute(world.process(death), job)));
}

export async function downlink({ world }: Acting, pick: number, fate: Fate): Promise<void> {
  await carry(world.downlinks, pick, fate, async ({ boxId, message }) => {
    world.boxes.find(({ box }) => box.boxId === boxId)?.take(message, world.now);
    return true;
  });
}

export function work({ world }: Acting, pick: number, outcome: ModemOutcome, cut?: PowerCut): boolean {
  return world.boxes[pick % world.boxes.length]?.work(world.now, outcome, cut) ?? false;
}

/** What a box tells it keeps until the cloud's word that it is written down has come. */
export async function uplink({ world }: Acting, pick: number, death?: DeathPlan): Promise<void> {
  const told = world.boxes.flatMap(({ box, events }) => events.map((event) => ({ box, event })));
  const { box, event } = told[pick % told.length] ?? {};
  if (!box || !event) return;
  await living(() => applyEdgeEvents(world.process(death), box, box.journalId, [event]));
}

/** The network's report on something that was sent. */
export async function report({ world }: Acting, pick: number, state: 'delivered' | 'undelivered', death?: DeathPlan) {
  const { attempts } = world.radio;
  const calls = PROVIDERS.flatMap((provider) =>
    world.providers[provider].log.map(({ callId }) => ({ provider, callId })),
  );
  const index = pick % (attempts.length + calls.length);
  const attempt = attempts[index];
  if (attempt !== undefined) for (const box of world.boxes) box.report(attempt, state, world.now);
  const made = calls[index - attempts.length];
  if (made) {
    const key = { tenantId: world.cloud.tenantId, provider: made.provider };
    const told = { type: 'report', callId: made.callId, state, code: 'told' } as const;
    await living(() => takeReport(world.process(death), key, told));
  }
}

export async function sweep({ world }: Acting, milliseconds: number, death?: DeathPlan): Promise<void> {
  world.pass(milliseconds);
  await living(() => sweepTenant(world.process(death), world.cloud.tenantId));
}

/** Time goes by, and the clock of the cloud stands still. */
export async function pass({ world }: Acting, milliseconds: number): Promise<void> {
  world.pass(milliseconds);
}

/** Somebody wants no more SMS. */
export async function stop({ world }: Acting, number: string, death?: DeathPlan): Promise<void> {
  const { tenantId, stores } = world.cloud;
  const [optOutId, since] = [newId('opt'), world.now.toISOString()];
  const said = { tenantId, optOutId, since, source: 'sms', word: 'STOP' } as const;
  await living(() => optOut(world.process(death), number, said, auditOf(tenantId, optOutId, since)));
  if ((await stores.choices.find(tenantId, number))?.optOutId !== undefined) world.judge.optedOut.add(number);
}

/** Staff undo what somebody wanted. */
export async function lift({ world }: Acting, number: string): Promise<void> {
  const { tenantId, stores } = world.cloud;
  const { optOutId } = (await stores.choices.find(tenantId, number)) ?? {};
  if (optOutId === undefined) return;
  const actor = { tenantId, id: BY, requestId: 'req', address: '192.0.2.1' };
  await living(() => liftOptOut(world.process(undefined), actor, optOutId, 'why'));
  world.judge.optedOut.delete(number);
}

const auditOf = (tenantId: string, subjectId: string, at: string) => ({
  ...{ tenantId, subjectId, auditId: newId('aud'), at, by: 'system', action: 'opted-out' },
});

export async function cancel({ world }: Acting, pick: number, death?: DeathPlan): Promise<void> {
  const id = world.messageIds[pick % world.messageIds.length];
  if (id !== undefined) await living(() => cancelMessage(world.process(death), world.cloud.tenantId, id, BY));
}

export async function decide({ world, model }: Acting, pick: number, was: 'sent' | 'not-sent', death?: DeathPlan) {
  const unsure = (await world.messages()).filter(({ state }) => state === 'unconfirmed');
  const { messageId } = unsure[pick % unsure.length] ?? {};
  if (messageId === undefined) return;
  model.decided.add(messageId);
  await living(() => resolveMessage(world.process(death), world.cloud.tenantId, messageId, was, BY));
}

export async function use({ world }: Acting, pick: number, isWanted: boolean, death?: DeathPlan): Promise<void> {
  const boxId = world.boxes[pick % world.boxes.length]?.box.boxId ?? '';
  const { tenantId } = world.cloud;
  await living(() =>
    isWanted
      ? useAgain(world.process(death), tenantId, boxId)
      : takeOutOfUse(world.process(death), tenantId, boxId, { reason: 'why', by: BY }),
  );
}
