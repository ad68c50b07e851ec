import type { OctetReader } from './octet-reader.ts';
import { PduError } from './pdu-error.ts';

const QUARTER_HOUR_MINUTES = 15;
const MINUTE_MS = 60_000;
const NEGATIVE_ZONE = 0x08;
/** The zone has two decimal digits of quarters, the tens with three bits. */
const MAX_QUARTERS = 79;
const FIRST_YEAR = 2000;

/** A moment and the local time that the network wrote it in. */
export interface Timestamp {
  readonly instant: Date;
  /** east of UTC, in steps of 15 */
  readonly zoneMinutes: number;
}

function decimal(octet: number): number {
  return (octet & 0xf) * 10 + (octet >> 4);
}

function semiOctets(value: number): number {
  return ((value % 10) << 4) | Math.floor(value / 10);
}

/**
 * A service centre time stamp (3GPP TS 23.040 section 9.2.3.11); undefined when the seven octets are no time, as some
 * networks fill it with zeros: the rest of the PDU is worth having all the same.
 */
export function readTimestamp(reader: OctetReader, field: string): Timestamp | undefined {
  const octets = [...reader.octets(7, field)];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = octets.map(decimal);
  const zone = octets[6] ?? 0;
  const quarters = decimal(zone & ~NEGATIVE_ZONE) * (zone & NEGATIVE_ZONE ? -1 : 1);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return undefined;
  // + 0: no zone of −0 minutes
  const zoneMinutes = quarters * QUARTER_HOUR_MINUTES + 0;
  const local = Date.UTC(FIRST_YEAR + year, month - 1, day, hour, minute, second);
  return { instant: new Date(local - zoneMinutes * MINUTE_MS), zoneMinutes };
}

/** Seven octets, all zero for no time. Throws PduError for a year or zone that they cannot say. */
export function encodeTimestamp(timestamp: Timestamp | undefined): Uint8Array {
  if (!timestamp) return new Uint8Array(7);
  const { instant, zoneMinutes } = timestamp;
  const local = new Date(instant.getTime() + zoneMinutes * MINUTE_MS);
  const year = local.getUTCFullYear() - FIRST_YEAR;
  const quarters = Math.abs(zoneMinutes) / QUARTER_HOUR_MINUTES;
  if (!(year >= 0 && year <= 99) || !Number.isInteger(quarters) || quarters > MAX_QUARTERS) {
    throw new PduError('a time stamp is of the years 2000 to 2099, its zone in quarters of an hour');
  }
  const fields = [
    year,
    local.getUTCMonth() + 1,
    local.getUTCDate(),
    local.getUTCHours(),
    local.getUTCMinutes(),
    local.getUTCSeconds(),
    quarters,
  ].map(semiOctets);
  fields[6] = (fields[6] as number) | (zoneMinutes < 0 ? NEGATIVE_ZONE : 0);
  return Uint8Array.from(fields);
}
