import { messageReason } from '../../../contract/message-reasons.ts';
import type { NewText } from '../../../contract/routes/message-schedule.ts';
import { type ReserveDependencies, reserve } from '../credits/reserve.ts';
import { auditLine } from '../directory/entries/audit-line.ts';
import type { Actor } from '../directory/entries/model.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { type DraftDependencies, draftOf, type MessageSender } from './accept-message.ts';
import { priceOf } from './life.ts';
import type { Message } from './model.ts';
import type { Messages } from './ports.ts';
import { type Draft, refuseUnwanted, type StoreDependencies } from './store-message.ts';

export interface RewriteDependencies
  extends DraftDependencies,
    ReserveDependencies,
    Pick<StoreDependencies, 'choices'> {
  readonly messages: Pick<Messages, 'find' | 'rewrite'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Gives a scheduled message another text, as if it were sent anew to the same number, by the same way and at the same time. It costs what
 * that text costs, by the price at which it was accepted. Where it has that text already, nothing changes.
 *
 * @throws DomainError `not-found`, `message-not-scheduled`, `action-not-possible` for one of a batch, `insufficient-credit`, and as draftOf
 */
export async function rewriteMessage(
  dependencies: RewriteDependencies,
  sender: MessageSender,
  actor: Actor,
  messageId: string,
  asked: NewText,
): Promise<void> {
  const { messages, clock, newId } = dependencies;
  const { tenantId } = sender;
  for (;;) {
    const message = await messages.find(tenantId, messageId);
    if (!message) throw new DomainError('not-found');
    refuse(message);
    const now = clock.now();
    const draft = await draftFor(dependencies, sender, message, asked, now);
    await refuseUnwanted(dependencies, tenantId, draft);
    const next = rewritten(message, draft);
    if (isSame(message, next)) return;
    const at = now.toISOString();
    const entry = { event: 'scheduled', at, detail: messageReason('rewritten', { who: actor.id }) } as const;
    const audit = auditLine(newId, actor, messageId, at, { action: 'message-rewritten', changed: ['text'] });
    const purse = { tenantId, shards: sender.walletShards };
    const result = await reserve(
      dependencies,
      purse,
      next.credits - message.credits,
      () => messages.rewrite(message, next, entry, audit),
      message.walletShard,
    );
    if (result === undefined) throw new DomainError('insufficient-credit');
    if (result === 'done') return;
  }
}

function refuse({ state, batchId }: Message): void {
  if (state !== 'scheduled')
    throw new DomainError('message-not-scheduled', {
      errors: [{ path: 'state', message: 'It is {state}', values: { state } }],
    });
  if (batchId !== undefined)
    throw new DomainError('action-not-possible', {
      errors: [{ path: 'batchId', message: 'It is one of a batch: stop the batch, and make another one' }],
    });
}

/** A template takes its fields from the record; a text of one's own needs none, which may be gone by now. */
function draftFor(
  dependencies: DraftDependencies,
  { routes: _, ...sender }: MessageSender,
  { to: number, recordId, routes }: Message,
  asked: NewText,
  now: Date,
): Promise<Draft> {
  const to = asked.templateId === undefined ? number : (recordId ?? number);
  return draftOf(dependencies, { ...sender, ...(routes && { routes }) }, { ...asked, to, number }, now);
}

/** What a text brings with it, where it does. */
const OPTIONAL = ['senderName', 'fromName', 'templateId', 'category', 'repeatsLeft'] as const;

function rewritten(message: Message, draft: Draft): Message {
  const { senderName: _, fromName: __, templateId: ___, category: ____, repeatsLeft: _____, ...kept } = message;
  const { text, alphabet, parts } = draft;
  return {
    ...{ ...kept, text, alphabet, parts, rewrites: (message.rewrites ?? 0) + 1 },
    credits: priceOf(message.pricePer, parts),
    ...Object.fromEntries(OPTIONAL.flatMap((name) => (draft[name] === undefined ? [] : [[name, draft[name]]]))),
  };
}

const isSame = (message: Message, next: Message) =>
  message.text === next.text && OPTIONAL.every((name) => message[name] === next[name]);
