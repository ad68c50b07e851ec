import type * as z from 'zod/mini';
import type { messagePreview } from '../../../contract/routes/messaging-services.ts';
import type { AcceptDependencies, MessageSender, NewMessage } from './accept-message.ts';
import { composeForRoutes } from './compose-for-routes.ts';
import { priceOf } from './life.ts';
import { mobileNumber } from './mobile-number.ts';
import { chosenRoute } from './providers/chosen-route.ts';
import { chooseNumber } from './records/choose-number.ts';
import { type WantedText, writeMessage } from './write-message.ts';

/**
 * What would be sent, by the same steps as it is; a field that the record has nothing for stands in the text as it is.
 *
 * @throws DomainError as acceptMessage, for what is wrong with number, record, template, route and text
 */
export async function previewMessage(
  dependencies: Pick<AcceptDependencies, 'records' | 'templates' | 'mobilePrefixes' | 'numbers' | 'accounts'>,
  sender: MessageSender,
  asked: WantedText & Pick<NewMessage, 'senderName' | 'route'>,
): Promise<z.input<typeof messagePreview>> {
  const { tenantId, country, pricePer } = sender;
  const [written, chosen] = await Promise.all([
    writeMessage(dependencies, sender, asked),
    chosenRoute(dependencies, tenantId, asked),
  ]);
  const { record, missing } = written;
  const composed = composeForRoutes(sender, chosen ?? sender.routes, written, asked.senderName);
  const { parts, units, alphabet, text } = composed;
  const answer = { text, alphabet, units, parts: [...parts], credits: priceOf(pricePer, parts.length) };
  if (asked.to === undefined) return { ...answer, missing: [...missing] };
  const { prefixes } = await dependencies.mobilePrefixes.find(tenantId);
  const to = record
    ? chooseNumber(dependencies.numbers, record, country, prefixes)
    : mobileNumber(dependencies.numbers, asked.to, country, prefixes);
  return { ...answer, to, missing: [...missing] };
}
