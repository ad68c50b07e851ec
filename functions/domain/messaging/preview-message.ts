import type * as z from 'zod/mini';
import type { messagePreview } from '../../../contract/routes/messaging-services.ts';
import type { AcceptDependencies, MessageSender, NewMessage } from './accept-message.ts';
import { composeMessage } from './compose-message.ts';
import { priceOf } from './life.ts';
import { mobileNumber } from './mobile-number.ts';
import { shownBy, signatureBy } from './providers/sender-shown.ts';
import { chooseNumber } from './records/choose-number.ts';
import { type WantedText, writeMessage } from './write-message.ts';

/**
 * What would be sent, by the same steps as it is; a field that the record has nothing for stands in the text as it is.
 *
 * @throws DomainError as acceptMessage, for what is wrong with number, record, template and text
 */
export async function previewMessage(
  dependencies: Pick<AcceptDependencies, 'records' | 'templates' | 'mobilePrefixes' | 'numbers'>,
  sender: MessageSender,
  asked: WantedText & Pick<NewMessage, 'senderName' | 'route'>,
): Promise<z.input<typeof messagePreview>> {
  const { tenantId, country, messaging, pricePer } = sender;
  const { record, template, missing, text } = await writeMessage(dependencies, sender, asked);
  const marketingIn = template?.category === 'marketing' ? template.language : undefined;
  const routes = asked.route === undefined ? sender.routes : [asked.route];
  const signature = signatureBy(routes, sender.signature ?? messaging.signature);
  const written = { text, senderName: asked.senderName, marketingIn, signature };
  const {
    parts,
    units,
    alphabet,
    text: whole,
  } = composeMessage(
    messaging,
    written,
    shownBy(routes, asked.senderName ?? messaging.senderName),
    template?.partsAtMost,
  );
  const answer = { text: whole, alphabet, units, parts: [...parts], credits: priceOf(pricePer, parts.length) };
  if (asked.to === undefined) return { ...answer, missing: [...missing] };
  const { prefixes } = await dependencies.mobilePrefixes.find(tenantId);
  const to = record
    ? chooseNumber(dependencies.numbers, record, country, prefixes)
    : mobileNumber(dependencies.numbers, asked.to, country, prefixes);
  return { ...answer, to, missing: [...missing] };
}
