import { numberTail } from '../../directory/entries/number-places.ts';
import type { PhoneNumbers } from '../../messaging/ports.ts';
import type { NumberedRecords, RecipientRecord } from '../../messaging/records/model.ts';
import type { InboundMessage } from '../model.ts';

/**
 * Who a message came from, one way of writing for each number: E.164, or the name or short number that the network gave. Undefined
 * where it gave nothing.
 */
export function correspondentOf(
  numbers: Pick<PhoneNumbers, 'international'>,
  { sender, provider }: Pick<InboundMessage, 'sender' | 'provider'>,
  country: string,
): string | undefined {
  const given = sender?.trim();
  if (!given) return undefined;
  // Web providers give whole numbers without their plus.
  const isWhole = provider !== undefined && /^[1-9]\d{7,14}$/.test(given);
  return numbers.international(isWhole ? `+${given}` : given, country) ?? given;
}

/** The records that have this number; several may have the same one. */
export async function recordsWith(
  { records, numbers }: { readonly records: NumberedRecords; readonly numbers: Pick<PhoneNumbers, 'international'> },
  { tenantId, country }: { readonly tenantId: string; readonly country: string },
  correspondent: string,
): Promise<RecipientRecord[]> {
  const tail = numberTail(correspondent);
  if (tail === undefined) return [];
  const alike = await records.numberedWith(tenantId, tail);
  return alike.filter(({ phones }) =>
    phones.some(({ number }) => numbers.international(number, country) === correspondent),
  );
}
