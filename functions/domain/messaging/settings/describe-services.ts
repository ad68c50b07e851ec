import type * as z from 'zod/mini';
import type { messagingService } from '../../../../contract/routes/messaging-services.ts';
import type { Principal } from '../../access/principal.ts';
import { priceOf } from '../life.ts';

/**
 * The messaging services of an agency, as one of its staff sees them (E0-1, E0-2).
 *
 * @param available credits; asked for only where the caller may see them
 */
export async function describeServices(
  { tenant, permissions, withheld }: Pick<Principal, 'tenant' | 'permissions' | 'withheld'>,
  available: () => Promise<number>,
): Promise<z.input<typeof messagingService>[]> {
  const { pricePer, messaging, sendingStopped } = tenant;
  const { senderName, senderNameChangeable, listInMenu } = messaging;
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
    },
  ];
}
