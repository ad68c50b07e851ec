import { addressOctets } from './address.ts';
import { hexFromOctets } from './octets.ts';

export interface StatusReport {
  readonly reference: number;
  /** `+31612345678`, or digits alone for a national number */
  readonly recipient: string;
  readonly submittedAt: Date;
  readonly dischargedAt: Date;
  /** TP-ST */
  readonly status: number;
}

/** SMS-STATUS-REPORT, no more messages to send (TP-MMS). */
const FIRST_OCTET = 0x06;

/**
 * A status report (3GPP TS 23.040 section 9.2.2.3) in hexadecimal, without the service centre's address.
 * `zoneMinutes` is the network's local time east of UTC.
 */
export function encodeStatusReport(report: StatusReport, zoneMinutes: number): string {
  return hexFromOctets([
    FIRST_OCTET,
    report.reference,
    ...addressOctets(report.recipient),
    ...timestampOctets(report.submittedAt, zoneMinutes),
    ...timestampOctets(report.dischargedAt, zoneMinutes),
    report.status,
  ]);
}

/** TP-SCTS (section 9.2.3.11): local time in swapped decimal semi-octets, the zone in quarters of an hour. */
export function timestampOctets(instant: Date, zoneMinutes: number): number[] {
  const local = new Date(instant.getTime() + zoneMinutes * 60_000);
  const zone = swapped(Math.abs(zoneMinutes) / 15) | (zoneMinutes < 0 ? 0x08 : 0);
  return [
    swapped(local.getUTCFullYear() % 100),
    swapped(local.getUTCMonth() + 1),
    swapped(local.getUTCDate()),
    swapped(local.getUTCHours()),
    swapped(local.getUTCMinutes()),
    swapped(local.getUTCSeconds()),
    zone,
  ];
}

function swapped(value: number): number {
  return ((value % 10) << 4) | Math.floor(value / 10);
}
