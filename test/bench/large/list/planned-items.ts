import type { MessageState } from '../../../../contract/message-states.ts';
import { isProvider } from '../../../../contract/providers.ts';
import { MessageRepository } from '../../../../functions/adapters/dynamodb/message-repository.ts';
import type { Item } from '../../../../functions/adapters/dynamodb/table.ts';
import type { Message } from '../../../../functions/domain/messaging/model.ts';
import type { Step } from '../../../../functions/domain/messaging/ports.ts';
import { after, DAY, SECOND } from '../../../../functions/domain/shared/clock.ts';
import { ItemsInMemory } from './items-in-memory.ts';
import type { Plan } from './plan.ts';

/** What it goes through after it was accepted, or handed over. */
const THROUGH: Readonly<Partial<Record<MessageState, readonly MessageState[]>>> = {
  submitted: ['submitted'],
  delivered: ['submitted', 'delivered'],
  undelivered: ['submitted', 'undelivered'],
  unconfirmed: ['unconfirmed'],
  failed: ['failed'],
};
const KINDS = ['message', 'message-text'];

/** The items of a message as the repository writes them, step by step: its own, and its text's if that is long. */
export async function itemsOf(tenantId: string, plan: Plan): Promise<readonly Item[]> {
  const memory = new ItemsInMemory();
  await bringAbout(new MessageRepository(memory.table), tenantId, plan);
  return memory.items.filter(({ type }) => KINDS.includes(String(type)));
}

/** Has a message accepted and taken to its state. */
export async function bringAbout(messages: MessageRepository, tenantId: string, plan: Plan): Promise<void> {
  const { messageId, at, event } = plan;
  const accepted = messageOf(tenantId, plan);
  await messages.accept(accepted, { route: 'bench', key: messageId, asked: {}, answer: {}, now: at });
  let message = accepted;
  for (const step of stepsTo(plan)) {
    const moment = after(new Date(message.timeline.at(-1)?.at ?? at), SECOND);
    if (!(await messages.step(message, { ...step, at: moment, bookedAt: moment })))
      throw new Error(`${messageId} did not come to ${step.to}`);
    message = stepped(message, step, moment);
  }
  if (event) await messages.registered(accepted);
}

/** As it would be read now: as far as the next step looks at it. */
const stepped = (message: Message, { to, handover, call }: PlannedStep, at: Date): Message => ({
  ...message,
  ...{ state: to, timeline: [...message.timeline, { event: to, at: at.toISOString() }] },
  ...(handover && { handover }),
  ...(call && { call }),
});

function messageOf(tenantId: string, { messageId, at, state, to, by, route, text, ...lists }: Plan): Message {
  const { recordId, templateId, batchId } = lists;
  const acceptedAt = at.toISOString();
  const isScheduled = state === 'scheduled';
  return {
    ...{ tenantId, messageId, to, text, acceptedAt, acceptedBy: by, senderName: 'West' },
    ...{ state: isScheduled ? 'scheduled' : 'accepted', alphabet: 'gsm7', parts: 1 },
    ...{ credits: 1, pricePer: 'message', walletShard: 0 },
    expiresAt: after(at, 7 * DAY).toISOString(),
    timeline: [{ event: isScheduled ? 'scheduled' : 'accepted', at: acceptedAt, detail: by }],
    ...(isScheduled && { dueAt: after(at, DAY).toISOString() }),
    ...(route !== 'modem' && { routes: [route] }),
    ...(recordId !== undefined && { recordId }),
    ...(templateId !== undefined && { templateId }),
    ...(batchId !== undefined && { batchId }),
  };
}

type PlannedStep = Omit<Step, 'at' | 'bookedAt'>;

function* stepsTo({ state, route, at }: Plan): Generator<PlannedStep> {
  if (state === 'accepted' || state === 'scheduled') return;
  if (state === 'expired' || state === 'cancelled') return yield { to: state };
  const lookAt = after(at, DAY);
  if (isProvider(route))
    yield { to: 'calling', lookAt, call: { attempt: 1, provider: route, since: at.toISOString(), looks: 1 } };
  else yield { to: 'handed-over', lookAt, handover: { ...BOX, attempt: 1, looks: 1 } };
  for (const to of THROUGH[state] ?? []) yield { to, ...(to === 'failed' && { detail: 'no such number' }) };
}

const BOX = { boxId: 'box_01JD0000000000000000000000', journalId: 'jnl_01JD0000000000000000000000' };
