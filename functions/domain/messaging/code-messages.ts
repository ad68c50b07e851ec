import type * as z from 'zod/mini';
import type { SendingRoute } from '../../../contract/providers.ts';
import type { acceptedMessage } from '../../../contract/routes/messaging.ts';
import { smsText } from '../../../contract/sms-text.ts';
import type { NewId } from '../shared/ids.ts';
import type { Message } from './model.ts';
import type { Hurry, Messages } from './ports.ts';

/** What stands for a code in the text that is stored; lists show it so. */
export const CODE_DOTS = '••••••••';
/** Digits that stand for a code while the parts are counted: the dots are of another alphabet than it. */
const COUNTED_AS = '00000000';

/** An SMS with a one-time code, which is filled in only when the message is given to a box. */
export interface CodeMessage {
  readonly tenantId: string;
  /** what the code is made of, and once only: a repetition is the same message */
  readonly codeOf: string;
  /** E.164 */
  readonly to: string;
  readonly text: (code: string) => string;
  /** by which the agency's messages go; absent: by its modems */
  readonly routes?: readonly SendingRoute[] | undefined;
  /** the code runs out then, and the message with it */
  readonly until: Date;
  readonly now: Date;
}

export interface AcceptCodeDependencies {
  readonly messages: Pick<Messages, 'accept'>;
  readonly hurry: Hurry;
  readonly newId: NewId;
  /** hears of a hint that could not be given; the message is safe */
  readonly hintLost: (error: unknown) => void;
}

/** Takes in an SMS with a code. It costs nothing and needs no right: somebody who can't log in has none. */
export async function acceptCodeMessage(
  { messages, hurry, newId, hintLost }: AcceptCodeDependencies,
  { tenantId, codeOf, to, text, routes, until, now }: CodeMessage,
): Promise<void> {
  const { alphabet, parts } = smsText(text(COUNTED_AS));
  const at = now.toISOString();
  const message: Message = {
    ...{ tenantId, messageId: newId('msg'), state: 'accepted', to, text: text(CODE_DOTS), codeOf },
    ...{ alphabet, parts: parts.length, credits: 0, pricePer: 'message', walletShard: 0 },
    ...{ acceptedAt: at, expiresAt: until.toISOString(), acceptedBy: 'system' },
    priority: 'high', // somebody waits for it
    ...(routes && { routes }),
    timeline: [{ event: 'accepted', at, detail: 'system' }],
  };
  const answer: z.input<typeof acceptedMessage> = {
    ...{ id: message.messageId, state: 'accepted', to, alphabet, parts: message.parts, credits: 0, acceptedAt: at },
  };
  const request = { route: 'one-time-codes', key: codeOf, asked: { codeOf }, answer, now };
  const result = await messages.accept(message, request);
  if (result === 'insufficient-credit' || result.kind !== 'first') return;
  await hurry.push([{ type: 'message', tenantId, messageId: message.messageId }]).catch(hintLost);
}

/** The text as it arrives on the phone. */
export const withCode = ({ text }: Pick<Message, 'text'>, code: string) => text.replace(CODE_DOTS, code);
