import type { MessageState } from '../../../contract/message-states.ts';
import type { Message } from '../../../functions/domain/messaging/model.ts';
import type { World } from './world.ts';

/** How far a message has come. What waits for a box or a provider may come back into its lane; nothing else goes back. */
const RANK: Readonly<Record<MessageState, number>> = {
  scheduled: 0,
  accepted: 0,
  'handed-over': 0,
  calling: 0,
  unconfirmed: 1,
  submitted: 2,
  ...{ delivered: 3, undelivered: 3, failed: 3, expired: 3, cancelled: 3 },
};
const ENDED = 3;
const WEEK = 7 * 86_400_000;
const RESERVED: readonly MessageState[] = ['scheduled', 'accepted', 'handed-over', 'calling', 'unconfirmed'];
const CONSUMED: readonly MessageState[] = ['submitted', 'delivered', 'undelivered'];

/** What is known of the messages from the outside. */
export interface Model {
  /** what each key was answered */
  readonly answers: Map<string, { readonly asked: string; readonly id: string }>;
  /** the state that each message was last seen in */
  readonly states: Map<string, MessageState>;
  /** those that a person decided on: the truth is theirs */
  readonly decided: Set<string>;
}

export const newModel = (): Model => ({ answers: new Map(), states: new Map(), decided: new Set() });

/** What has to hold after every step. */
export async function violationsNow(world: World, model: Model): Promise<string[]> {
  const messages = await world.messages();
  return [
    ...messages.flatMap((message) => sentTwice(world, message)),
    ...messages.flatMap((message) => sentAtAWrongTime(world, message)),
    ...world.judge.wrong,
    ...messages.flatMap((message) => wentBack(model, message)),
    ...(await walletIsWrong(world, messages)),
    ...[...model.answers.values()].flatMap(({ id }) =>
      messages.some(({ messageId }) => messageId === id) ? [] : [`${id} was accepted and is gone`],
    ),
  ];
}

/** What the logs of the radio and of the providers hold of a message. */
function logged(world: World, messageId: string) {
  const parts = world.radio.partsOfMessage(messageId);
  const calls = Object.values(world.providers).reduce((sum, provider) => sum + provider.timesOf(messageId), 0);
  return { parts, calls, isSent: parts.length > 0 || calls > 0 };
}

/** Before it was due, or more than a week after. */
function sentAtAWrongTime(world: World, { messageId, dueAt, acceptedAt }: Message): string[] {
  const from = dueAt ?? acceptedAt;
  const until = new Date(Date.parse(from) + WEEK).toISOString();
  const taken = Object.values(world.providers).flatMap((provider) => provider.takenOf(messageId));
  const wrong = [...world.radio.timesOfMessage(messageId), ...taken].filter((at) => at < from || at > until);
  return wrong.map((at) => `${messageId} was sent at ${at}, and was due at ${from}`);
}

function sentTwice(world: World, { messageId }: Message): string[] {
  const { parts, calls } = logged(world, messageId);
  const isTwice = new Set(parts).size < parts.length || calls > 1 || (calls > 0 && parts.length > 0);
  return isTwice ? [`${messageId} was sent twice: parts ${parts} by radio, ${calls} times by providers`] : [];
}

function wentBack(model: Model, { messageId, state }: Message): string[] {
  const before = model.states.get(messageId) ?? 'accepted';
  model.states.set(messageId, state);
  const isBack = RANK[state] < RANK[before] || (RANK[before] === ENDED && state !== before);
  return isBack ? [`${messageId} went from ${before} back to ${state}`] : [];
}

async function walletIsWrong(world: World, messages: readonly Message[]): Promise<string[]> {
  const sum = (states: readonly MessageState[]) =>
    messages.filter(({ state }) => states.includes(state)).reduce((all, { credits }) => all + credits, 0);
  const { granted } = world.cloud;
  const [reserved, consumed] = [sum(RESERVED), sum(CONSUMED)];
  const wanted = JSON.stringify({ granted, available: granted - reserved - consumed, reserved, consumed });
  const { available, reserved: held, consumed: spent, ...balance } = await world.cloud.balance();
  const found = JSON.stringify({ granted: balance.granted, available, reserved: held, consumed: spent });
  return found === wanted && available >= 0 ? [] : [`the wallet is ${found}, and by the messages ${wanted}`];
}

/** What has to hold when everything has arrived and a week has passed: each message has ended, as its logs say. */
export async function violationsAtTheEnd(world: World, model: Model): Promise<string[]> {
  const messages = await world.messages();
  return messages.flatMap(({ messageId, state }) => {
    const { isSent } = logged(world, messageId);
    if (RANK[state] === 0) return [`${messageId} has not ended: ${state}`];
    if (model.decided.has(messageId)) return [];
    const says = CONSUMED.includes(state) ? 'sent' : state === 'unconfirmed' ? 'unknown' : 'not sent';
    const isTrue = says === 'unknown' || (says === 'sent') === isSent;
    return isTrue ? [] : [`${messageId} is ${state}, and was ${isSent ? '' : 'not '}sent`];
  });
}
