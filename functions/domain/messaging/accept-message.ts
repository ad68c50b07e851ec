import type * as z from 'zod/mini';
import type { acceptedMessage } from '../../../contract/routes/messaging.ts';
import type { MessagingSettings } from '../../../contract/routes/messaging-settings.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import { type ChooseSenderDependencies, chooseSender } from './choose-sender.ts';
import { composeMessage, type Written } from './compose-message.ts';
import { mobileNumber } from './mobile-number.ts';
import type { MobilePrefixStore } from './mobile-prefixes.ts';
import type { PhoneNumbers } from './ports.ts';
import { type SenderRights, type StoreDependencies, storeMessage } from './store-message.ts';

export interface NewMessage extends Written {
  readonly to: string;
  /** the modem whose SIM card is to send it, and no other */
  readonly modem?: { readonly boxId: string; readonly name: string } | undefined;
}

export interface AcceptDependencies extends StoreDependencies, ChooseSenderDependencies {
  readonly numbers: PhoneNumbers;
  readonly mobilePrefixes: Pick<MobilePrefixStore, 'find'>;
  readonly clock: Clock;
}

/** Who sends, and how the agency does. */
export interface MessageSender extends SenderRights {
  readonly messaging: MessagingSettings;
}

/** Takes one SMS in: checked, paid for and in its lane, once for each key. */
export async function acceptMessage(
  dependencies: AcceptDependencies,
  sender: MessageSender,
  asked: NewMessage,
  key: string,
): Promise<z.input<typeof acceptedMessage>> {
  const { prefixes } = await dependencies.mobilePrefixes.find(sender.tenantId);
  const to = mobileNumber(dependencies.numbers, asked.to, sender.country, prefixes);
  const { parts, units: _, ...composed } = composeMessage(sender.messaging, asked, 'sim');
  const chosen = asked.modem && (await chooseSender(dependencies, sender.tenantId, asked.modem));
  const draft = {
    ...{ to, ...composed, parts: parts.length },
    ...(chosen && 'sender' in chosen && { sender: chosen.sender }),
  };
  return storeMessage(dependencies, sender, draft, {
    ...{ route: 'messages', key, asked, now: dependencies.clock.now() },
    refusal: chosen && 'error' in chosen ? new DomainError('modem-unknown', { errors: [chosen.error] }) : undefined,
  });
}
