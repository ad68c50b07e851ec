import { composedText } from '../../../contract/composed-text.ts';
import { REPEATS_AT_MOST } from '../../../contract/message-delivery.ts';
import type { SendingRoute } from '../../../contract/providers.ts';
import { MAX_PARTS, smsText } from '../../../contract/sms-text.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { Message } from './model.ts';
import type { ProviderAccounts } from './providers/ports.ts';
import { shownBy } from './providers/sender-shown.ts';
import type { Draft, SenderRights } from './store-message.ts';

export interface CopyDependencies {
  readonly accounts: Pick<ProviderAccounts, 'list'>;
}

/**
 * What a message is sent once more as: the same text to the same number, by the routes that its origin had left, as far as they are
 * still there, else by the agency's own. A name that was the sender itself becomes a line of the text where a SIM card may come to
 * send the copy, so that it shows one in any case (E0-6). It may be repeated as often as its origin might.
 *
 * @throws DomainError `text-too-long` where that line is one part too many
 */
export async function copiedDraft(
  deps: CopyDependencies,
  sender: Pick<SenderRights, 'tenantId' | 'routes'>,
  origin: Message,
): Promise<Draft> {
  const { to, messageId: copyOf, senderName, sender: chosen, recordId, templateId, category, priority } = origin;
  const routes = (await routesLeft(deps, origin)) ?? sender.routes;
  return {
    ...{ to, copyOf, ...shownOf(origin, routes) },
    ...(senderName !== undefined && { senderName }),
    ...(routes && { routes }),
    ...(chosen && { sender: chosen }),
    ...(recordId !== undefined && { recordId }),
    ...(templateId !== undefined && { templateId }),
    ...(category && { category }),
    ...(priority && { priority }),
    ...(origin.repeatsLeft !== undefined && { repeatsLeft: REPEATS_AT_MOST }),
  };
}

/** Undefined where the message went by no route of its own, or by none that is still there. */
async function routesLeft(
  { accounts }: CopyDependencies,
  { tenantId, routes }: Message,
): Promise<readonly SendingRoute[] | undefined> {
  if (!routes) return undefined;
  const known = (await accounts.list(tenantId)).filter(({ removedAt }) => removedAt === undefined);
  const left = routes.filter((route) => route === 'modem' || known.some(({ provider }) => provider === route));
  return left.length > 0 ? left : undefined;
}

function shownOf(
  { text, alphabet, parts, fromName }: Message,
  routes: readonly SendingRoute[] | undefined,
): Pick<Draft, 'text' | 'alphabet' | 'parts' | 'fromName'> {
  if (fromName === undefined) return { text, alphabet, parts };
  if (shownBy(routes, fromName) === 'web') return { text, alphabet, parts, fromName };
  const whole = composedText(text, { senderLine: fromName });
  const counted = smsText(whole);
  if (counted.parts.length > MAX_PARTS) {
    const values = { parts: counted.parts.length, most: MAX_PARTS };
    const message = 'With what stands under it the text has {parts} parts, {most} at most can be sent';
    throw new DomainError('text-too-long', { errors: [{ path: 'text', message, values }] });
  }
  return { text: whole, alphabet: counted.alphabet, parts: counted.parts.length };
}
