import { readAddress, readServiceCentre } from '../../../local/modem/address.ts';
import { OctetReader, octetsFromHex } from '../../../local/modem/octets.ts';
import { decodeUserData } from '../../../local/modem/user-data.ts';

/** An SMS-DELIVER with its service centre, read for the tests. */
export function readDeliver(hex: string) {
  const reader = new OctetReader(octetsFromHex(hex));
  const serviceCentre = readServiceCentre(reader);
  const tpduLength = reader.left();
  const flags = reader.octet();
  const from = readAddress(reader);
  const protocolId = reader.octet();
  const dataCoding = reader.octet();
  const timestamp = Buffer.from(reader.take(7)).toString('hex').toUpperCase();
  const length = reader.octet();
  const userData = decodeUserData(reader.rest(), length, dataCoding, (flags & 0x40) !== 0);
  return { serviceCentre, tpduLength, type: flags & 0x03, from, protocolId, dataCoding, timestamp, ...userData };
}
