import type { SendingRoute } from '../../../contract/providers.ts';
import type { MessageSender } from './accept-message.ts';
import { type Composed, composeMessage, type Route } from './compose-message.ts';
import { shownBy, signatureBy } from './providers/sender-shown.ts';
import type { WrittenText } from './write-message.ts';

/**
 * What arrives on the phone by the first of these routes: the agency's name as that shows it, the signature where it has one, and how to end
 * what is marketing.
 *
 * @throws DomainError as `composeMessage`
 */
export function composeForRoutes(
  { messaging, signature }: Pick<MessageSender, 'messaging' | 'signature'>,
  routes: readonly SendingRoute[] | undefined,
  { text, template }: Pick<WrittenText, 'text' | 'template'>,
  senderName: string | undefined,
): Composed & { readonly shown: Route } {
  const marketingIn = template?.category === 'marketing' ? template.language : undefined;
  const written = { text, senderName, marketingIn, signature: signatureBy(routes, signature ?? messaging.signature) };
  const shown = shownBy(routes, senderName ?? messaging.senderName);
  return { ...composeMessage(messaging, written, shown, template?.partsAtMost), shown };
}
