import type * as z from 'zod/mini';
import type { acceptedMessage } from '../../../contract/routes/messaging.ts';
import { MAX_PARTS, smsText } from '../../../contract/sms-text.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import { type ChooseSenderDependencies, chooseSender } from './choose-sender.ts';
import { mobileNumber } from './mobile-number.ts';
import type { MobilePrefixStore } from './mobile-prefixes.ts';
import type { PhoneNumbers } from './ports.ts';
import { type SenderRights, type StoreDependencies, storeMessage } from './store-message.ts';

export interface NewMessage {
  readonly to: string;
  readonly text: string;
  readonly senderName?: string | undefined;
  /** the modem whose SIM card is to send it, and no other */
  readonly modem?: { readonly boxId: string; readonly name: string } | undefined;
}

export interface AcceptDependencies extends StoreDependencies, ChooseSenderDependencies {
  readonly numbers: PhoneNumbers;
  readonly mobilePrefixes: Pick<MobilePrefixStore, 'find'>;
  readonly clock: Clock;
}

/** Takes one SMS in: checked, paid for and in its lane, once for each key. */
export async function acceptMessage(
  dependencies: AcceptDependencies,
  sender: SenderRights,
  asked: NewMessage,
  key: string,
): Promise<z.input<typeof acceptedMessage>> {
  const { prefixes } = await dependencies.mobilePrefixes.find(sender.tenantId);
  const to = mobileNumber(dependencies.numbers, asked.to, sender.country, prefixes);
  const text = wholeText(asked);
  const { alphabet, parts } = smsText(text);
  if (parts.length > MAX_PARTS)
    throw new DomainError('text-too-long', {
      errors: [{ path: 'text', message: `The text has ${parts.length} parts, ${MAX_PARTS} at most can be sent` }],
    });

  const chosen = asked.modem && (await chooseSender(dependencies, sender.tenantId, asked.modem));
  const draft = {
    ...{ to, text, alphabet, parts: parts.length },
    ...(chosen && 'sender' in chosen && { sender: chosen.sender }),
  };
  return storeMessage(dependencies, sender, draft, {
    ...{ route: 'messages', key, asked, now: dependencies.clock.now() },
    refusal: chosen && 'error' in chosen ? new DomainError('modem-unknown', { errors: [chosen.error] }) : undefined,
  });
}

/** What arrives on the phone: a SIM can't show a sender's name, so it stands as a line under the text (E0-6). */
function wholeText({ text, senderName }: NewMessage): string {
  const lines = text.replaceAll('\r\n', '\n');
  return senderName ? `${lines}\n${senderName}` : lines;
}
