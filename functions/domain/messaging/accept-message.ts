import type * as z from 'zod/mini';
import type { acceptedMessage } from '../../../contract/routes/messaging.ts';
import { MAX_PARTS, smsText } from '../../../contract/sms-text.ts';
import { type ReserveDependencies, reserve } from '../credits/reserve.ts';
import type { Healths } from '../edge/health.ts';
import { after, type Clock, DAY } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import type { Message, Sender } from './model.ts';
import type { Boxes, Hurry, Messages, PhoneNumbers } from './ports.ts';

/** E4-8: an SMS older than a week is never sent. */
export const LIFETIME = 7 * DAY;

export interface SenderRights {
  readonly tenantId: string;
  /** id of the employee or API token */
  readonly id: string;
  readonly country: string;
  readonly pricePer: 'message' | 'part';
  readonly walletShards: number;
  readonly sendingStopped: boolean;
}

export interface NewMessage {
  readonly to: string;
  readonly text: string;
  readonly senderName?: string | undefined;
  /** the modem whose SIM card is to send it, and no other */
  readonly modem?: { readonly boxId: string; readonly name: string } | undefined;
}

export interface AcceptDependencies extends ReserveDependencies {
  readonly messages: Messages;
  readonly hurry: Hurry;
  readonly numbers: PhoneNumbers;
  readonly boxes: Pick<Boxes, 'find'>;
  readonly healths: Pick<Healths, 'find'>;
  readonly clock: Clock;
  readonly newId: NewId;
  /** hears of a hint that could not be given; the message is safe */
  readonly hintLost: (error: unknown) => void;
}

/** Takes one SMS in: checked, paid for and in its lane, once for each key. */
export async function acceptMessage(
  dependencies: AcceptDependencies,
  sender: SenderRights,
  asked: NewMessage,
  idempotencyKey: string,
): Promise<z.input<typeof acceptedMessage>> {
  const { messages, hurry, numbers, clock, newId, hintLost } = dependencies;
  const number = numbers.mobile(asked.to, sender.country);
  if ('problem' in number)
    throw new DomainError(number.problem, {
      errors: [{ path: 'to', message: 'Give a mobile number, best as +31612345678' }],
    });
  const text = wholeText(asked);
  const { alphabet, parts } = smsText(text);
  if (parts.length > MAX_PARTS)
    throw new DomainError('text-too-long', {
      errors: [{ path: 'text', message: `The text has ${parts.length} parts, ${MAX_PARTS} at most can be sent` }],
    });

  const chosen = asked.modem && (await chosenSender(dependencies, sender.tenantId, asked.modem));
  const now = clock.now();
  const message: Message = {
    tenantId: sender.tenantId,
    messageId: newId('msg'),
    state: 'accepted',
    to: number.number,
    text,
    alphabet,
    parts: parts.length,
    credits: sender.pricePer === 'part' ? parts.length : 1,
    pricePer: sender.pricePer,
    walletShard: 0,
    acceptedAt: now.toISOString(),
    expiresAt: after(now, LIFETIME).toISOString(),
    acceptedBy: sender.id,
    ...(chosen && { sender: chosen }),
    timeline: [{ event: 'accepted', at: now.toISOString(), detail: sender.id }],
  };
  const answer = {
    id: message.messageId,
    state: 'accepted' as const,
    to: message.to,
    alphabet,
    parts: message.parts,
    credits: message.credits,
    acceptedAt: message.acceptedAt,
  };
  const request = { route: 'messages', key: idempotencyKey, asked, answer, now };
  const purse = { tenantId: sender.tenantId, shards: sender.walletShards };
  // A repetition gets its answer though sending was stopped since: the first one was accepted.
  const result = sender.sendingStopped
    ? await messages.earlier(sender.tenantId, request)
    : await reserve(dependencies, purse, message.credits, (walletShard) =>
        messages.accept({ ...message, walletShard }, request),
      );
  if (!result) throw new DomainError(sender.sendingStopped ? 'sending-stopped' : 'insufficient-credit');
  if (result.kind === 'reused') throw new DomainError('idempotency-key-reused');
  if (result.kind === 'repeated') return result.answer;

  await hurry.push([{ type: 'message', tenantId: message.tenantId, messageId: message.messageId }]).catch(hintLost);
  return answer;
}

/** A modem that its box has told of. @throws DomainError `modem-unknown` */
async function chosenSender(
  { boxes, healths }: AcceptDependencies,
  tenantId: string,
  { boxId, name }: NonNullable<NewMessage['modem']>,
): Promise<Sender> {
  const [box, health] = await Promise.all([boxes.find(tenantId, boxId), healths.find({ tenantId, boxId })]);
  const names = box?.removedAt === undefined ? (health?.report?.modems ?? []).map((modem) => modem.name) : [];
  if (names.includes(name)) return { boxId, modem: name };
  const message = names.length > 0 ? `This box has: ${names.join(', ')}` : 'This box has told of no modem';
  throw new DomainError('modem-unknown', { errors: [{ path: 'modem', message }] });
}

/** What arrives on the phone: a SIM can't show a sender's name, so it stands as a line under the text (E0-6). */
function wholeText({ text, senderName }: NewMessage): string {
  const lines = text.replaceAll('\r\n', '\n');
  return senderName ? `${lines}\n${senderName}` : lines;
}
