import { createHash } from 'node:crypto';
import type { InboundKind } from '../../../contract/inbound-kinds.ts';
import type { InboundFact } from '../journal/inbound-records.ts';
import type { InboundPart } from '../ports.ts';

const DIGEST_BYTES = 12;
/** Digits kept of what can't be read; the longest PDU has 374 (3GPP TS 23.040 section 9.2.3.24: 140 octets of user data). */
const UNREADABLE_DIGITS = 1_000;

/** What is kept of a part. `clock` has its time of arrival, and whether that is the cloud's. */
export function partFact(
  part: InboundPart,
  kind: InboundKind,
  modem: string,
  clock: { readonly at: string; readonly dated: boolean },
): InboundFact {
  const { sender, text = '', concatenation, sentAt } = part;
  const octets = octetsOf(part, kind);
  const fact = {
    ...{ modem, kind, text, ...clock },
    ...(sender && { sender }),
    ...(octets !== undefined && { octets }),
    ...(concatenation && { concatenation }),
    ...(sentAt && { sentAt: sentAt.toISOString() }),
  };
  return { ...fact, digest: digestOf(fact) };
}

function octetsOf({ pdu, data }: InboundPart, kind: InboundKind): string | undefined {
  if (kind === 'unreadable') return pdu.slice(0, UNREADABLE_DIGITS).toUpperCase();
  return data && Buffer.from(data).toString('hex').toUpperCase();
}

/**
 * Recognises a part that comes again. The modem's PDU would not do: the network's second try may come by another service centre,
 * or with another word on whether more follows. Where parts have a reference, their time is left to the comparison: a phone
 * that sends a part again is given a new one, within two minutes once its message is whole. Without a reference a person may well say the same again: only the very same
 * time makes it a repetition.
 */
function digestOf({ modem, kind, sender, text, octets, concatenation, sentAt }: Omit<InboundFact, 'digest'>): string {
  const { reference, bits, part, parts } = concatenation ?? {};
  const same = [modem, kind, sender, text, octets, ...(concatenation ? [reference, bits, part, parts] : [sentAt])];
  return createHash('sha256').update(JSON.stringify(same)).digest().subarray(0, DIGEST_BYTES).toString('base64url');
}
