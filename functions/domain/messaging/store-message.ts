import type * as z from 'zod/mini';
import type { MessagingSettings } from '../../../contract/messaging-settings.ts';
import type { SendingRoute } from '../../../contract/providers.ts';
import type { acceptedMessage } from '../../../contract/routes/messaging.ts';
import { type ReserveDependencies, reserve } from '../credits/reserve.ts';
import { after, DAY, SECOND } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { refusalBy } from './choices/model.ts';
import type { NumberChoices } from './choices/ports.ts';
import { priceOf } from './life.ts';
import type { Message } from './model.ts';
import type { Hurry, Messages } from './ports.ts';
import { hintWhenDue } from './schedule.ts';

/** E4-8: an SMS older than a week is never sent. */
export const LIFETIME = 7 * DAY;

/** Who sends, and what it costs there. */
export interface SenderRights {
  readonly tenantId: string;
  /** id of the employee or API token */
  readonly id: string;
  readonly country: string;
  readonly pricePer: 'message' | 'part';
  readonly walletShards: number;
  readonly sendingStopped: boolean;
  readonly messaging: MessagingSettings;
  /** by which its messages go; absent: by its modems */
  readonly routes?: readonly SendingRoute[];
}

export interface StoreDependencies extends ReserveDependencies {
  readonly messages: Messages;
  readonly choices: Pick<NumberChoices, 'find'>;
  readonly hurry: Hurry;
  readonly newId: NewId;
  /** hears of a hint that could not be given; the message is safe */
  readonly hintLost: (error: unknown) => void;
}

type Accepted = z.input<typeof acceptedMessage>;

/** What a message is made of, apart from who sends it and when. */
export type Draft = Pick<
  Message,
  | 'to'
  | 'text'
  | 'alphabet'
  | 'parts'
  | 'senderName'
  | 'fromName'
  | 'sender'
  | 'routes'
  | 'copyOf'
  | 'recordId'
  | 'templateId'
  | 'category'
  | 'dueAt'
  | 'priority'
  | 'repeatsLeft'
>;

/** The request that it answers, by its key. */
export interface StoreRequest {
  readonly route: string;
  readonly key: string;
  readonly asked: object;
  readonly now: Date;
}

/**
 * Pays for a message and puts it into its lane, once for each key. Why nothing new can be stored now is no reason against a
 * repetition: it gets its answer, as the first one was accepted.
 *
 * @throws DomainError `insufficient-credit`, `sending-stopped`, `recipient-opted-out`, `marketing-not-agreed`,
 *   `idempotency-key-reused`, and what `prepare` throws
 */
export async function storeMessage(
  dependencies: StoreDependencies,
  sender: SenderRights,
  prepare: () => Promise<Draft>,
  asked: StoreRequest,
): Promise<Accepted> {
  const { messages, newId } = dependencies;
  const { tenantId } = sender;
  const { now } = asked;
  const wanted = async () => refuseUnwanted(dependencies, tenantId, await prepare());
  const draft = sender.sendingStopped ? new DomainError('sending-stopped') : await wanted().catch(refusalOf);
  if (draft instanceof DomainError) {
    const earlier = await messages.earlier<Partial<Accepted>>(tenantId, { ...asked, answer: {} });
    if (!earlier || earlier.kind === 'first') throw draft;
    if (earlier.kind === 'reused') throw new DomainError('idempotency-key-reused');
    return earlier.answer as Accepted; // which this very function stored
  }
  const undoUntil = undoUntilOf(sender, now);
  const dueAt = [draft.dueAt, undoUntil].reduce((one, other) => ((other ?? '') > (one ?? '') ? other : one));
  const message = messageOfDraft(sender, { ...draft, ...(dueAt !== undefined && { dueAt }) }, newId('msg'), now);
  const state = dueAt === undefined ? 'accepted' : 'scheduled';
  const { to, alphabet, parts, credits, acceptedAt } = message;
  const answer: Accepted = {
    ...{ id: message.messageId, state, to, alphabet, parts, credits, acceptedAt },
    ...(dueAt !== undefined && { sendAt: dueAt }),
    ...(undoUntil !== undefined && { undoUntil }),
  };
  const request = { ...asked, answer };
  const result = await reserve(dependencies, { tenantId, shards: sender.walletShards }, credits, (walletShard) =>
    messages.accept({ ...message, walletShard }, request),
  );
  if (!result) throw new DomainError('insufficient-credit');
  if (result.kind === 'reused') throw new DomainError('idempotency-key-reused');
  if (result.kind === 'repeated') return result.answer;

  await hintWhenDue(dependencies, message, dueAt === undefined ? 0 : Date.parse(dueAt) - now.getTime());
  return answer;
}

/** Until when each message is kept back, so that somebody may think again. */
function undoUntilOf({ messaging: { undoSeconds = 0 } }: Pick<SenderRights, 'messaging'>, now: Date) {
  return undoSeconds === 0 ? undefined : after(now, undoSeconds * SECOND).toISOString();
}

/** Nothing is taken in for who has opted out, nor marketing for who has not agreed to it. */
export async function refuseUnwanted(
  { choices }: Pick<StoreDependencies, 'choices'>,
  tenantId: string,
  draft: Draft,
): Promise<Draft> {
  const refusal = refusalBy(await choices.find(tenantId, draft.to), draft);
  if (refusal) throw new DomainError(refusal);
  return draft;
}

/** A message as it is accepted, on the first shard of the wallet. */
export function messageOfDraft(
  sender: Pick<SenderRights, 'tenantId' | 'id' | 'pricePer' | 'routes'>,
  draft: Draft,
  messageId: string,
  now: Date,
): Message {
  const { tenantId, pricePer, id } = sender;
  const acceptedAt = now.toISOString();
  const state = draft.dueAt === undefined ? 'accepted' : 'scheduled';
  return {
    ...{ tenantId, messageId, state, walletShard: 0, ...draft },
    ...routesFor(sender, draft),
    ...{ credits: priceOf(pricePer, draft.parts), pricePer, acceptedAt, acceptedBy: id },
    expiresAt: after(new Date(draft.dueAt ?? now), LIFETIME).toISOString(),
    timeline: [{ event: state, at: acceptedAt, detail: id }],
  };
}

/** What the caller is told of; all else is no answer to anything. */
function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}

/** As asked for; what is for a certain modem goes by no other way; else as the agency has it. */
function routesFor({ routes }: Pick<SenderRights, 'routes'>, draft: Draft): Pick<Message, 'routes'> {
  const chosen = draft.sender ? undefined : (draft.routes ?? routes);
  return chosen ? { routes: chosen } : {};
}
