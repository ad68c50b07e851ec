import type { OctetReader } from './octet-reader.ts';

const QUARTER_HOUR_MS = 15 * 60_000;
const NEGATIVE_ZONE = 0x08;

function decimal(octet: number): number {
  return (octet & 0xf) * 10 + (octet >> 4);
}

/**
 * A service centre time stamp (3GPP TS 23.040 section 9.2.3.11); undefined when the seven octets are no time, as some
 * networks fill it with zeros: the rest of the PDU is worth having all the same.
 */
export function readTimestamp(reader: OctetReader, field: string): Date | undefined {
  const octets = [...reader.octets(7, field)];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = octets.map(decimal);
  const zone = octets[6] ?? 0;
  const quarters = decimal(zone & ~NEGATIVE_ZONE) * (zone & NEGATIVE_ZONE ? -1 : 1);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return undefined;
  return new Date(Date.UTC(2000 + year, month - 1, day, hour, minute, second) - quarters * QUARTER_HOUR_MS);
}
