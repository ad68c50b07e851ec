import type * as z from 'zod/mini';
import type { Language } from '../../../../contract/catalogues/index.ts';
import type { messagingService } from '../../../../contract/routes/messaging-services.ts';
import { SMS_RESPONSIBILITY_VERSION, smsResponsibilityTexts } from '../../../../contract/sms-responsibility.ts';
import type { Principal } from '../../access/principal.ts';
import { priceOf } from '../life.ts';

/**
 * The messaging services of an agency, as one of its staff sees them (E0-1, E0-2), with what has to be accepted first (E3-12).
 *
 * @param available credits; asked for only where the caller may see them
 */
export async function describeServices(
  { tenant, permissions, withheld }: Pick<Principal, 'tenant' | 'permissions' | 'withheld'>,
  available: () => Promise<number>,
  language: Language,
): Promise<z.input<typeof messagingService>[]> {
  const { pricePer, messaging, sendingStopped, smsResponsibility, routes = ['modem'] } = tenant;
  const { senderName, senderNameChangeable, listInMenu, providerTerms } = messaging;
  const whyNot =
    withheld?.get('messages:send') ??
    (permissions.has('messages:send') ? (sendingStopped ? 'sending-stopped' : undefined) : 'not-permitted');
  return [
    {
      service: 'sms',
      maySend: whyNot === undefined,
      ...(whyNot && { whyNot }),
      price: { credits: priceOf(pricePer, 1), per: pricePer },
      ...(permissions.has('credits:read') && { available: await available() }),
      ...(senderName !== undefined && { senderName }),
      ...{ senderNameChangeable, listInMenu },
      ...(!smsResponsibility && {
        toAccept: {
          text: smsResponsibilityTexts[language],
          textVersion: SMS_RESPONSIBILITY_VERSION,
          ...(providerTerms !== undefined && { providerTerms }),
          routes: [...routes],
        },
      }),
    },
  ];
}
