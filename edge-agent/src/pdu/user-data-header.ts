import { PduError } from './pdu-error.ts';

/** Concatenated short messages (3GPP TS 23.040 section 9.2.3.24.1 and 9.2.3.24.8). */
const CONCATENATED_8_BIT = 0x00;
const CONCATENATED_16_BIT = 0x08;

export interface Concatenation {
  readonly reference: number;
  /** from 1 */
  readonly part: number;
  readonly parts: number;
  /** of the reference: the same number in 8 and in 16 bits means two messages */
  readonly bits: 8 | 16;
}

/** The whole header with its length octet. Throws PduError for numbers that it cannot say. */
export function concatenationHeader({ reference, part, parts, bits }: Concatenation): Uint8Array {
  const inRange = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  if (!inRange(reference, 0, 2 ** bits - 1) || !inRange(parts, 1, 255) || !inRange(part, 1, parts)) {
    throw new PduError(`a reference is 0–${2 ** bits - 1}, a part 1–255 and not more than the number of parts`);
  }
  if (bits === 8) return Uint8Array.of(5, CONCATENATED_8_BIT, 3, reference, parts, part);
  return Uint8Array.of(6, CONCATENATED_16_BIT, 4, reference >> 8, reference & 0xff, parts, part);
}

/**
 * @param header without its length octet; elements that are unknown or cut short are passed over, and so is a part 0 or
 * beyond the last, as section 9.2.3.24.1 asks
 */
export function readConcatenation(header: Uint8Array): Concatenation | undefined {
  let found: Concatenation | undefined;
  for (let at = 0; at + 2 <= header.length; at += 2 + (header[at + 1] as number)) {
    const value = header.subarray(at + 2, at + 2 + (header[at + 1] as number));
    const [a = 0, b = 0, c = 0, d = 0] = value;
    let next: Concatenation | undefined;
    if (header[at] === CONCATENATED_8_BIT && value.length === 3) next = { reference: a, parts: b, part: c, bits: 8 };
    if (header[at] === CONCATENATED_16_BIT && value.length === 4) {
      next = { reference: (a << 8) | b, parts: c, part: d, bits: 16 };
    }
    if (next && next.part >= 1 && next.part <= next.parts) found ??= next;
  }
  return found;
}
