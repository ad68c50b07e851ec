/** Concatenated short messages (3GPP TS 23.040 section 9.2.3.24.1). */
const CONCATENATED_8_BIT = 0x00;
const CONCATENATED_16_BIT = 0x08;

export interface Concatenation {
  readonly reference: number;
  readonly part: number;
  readonly parts: number;
}

/** The whole header with its length octet, with an 8-bit reference. */
export function concatenationHeader({ reference, part, parts }: Concatenation): Uint8Array {
  return Uint8Array.of(5, CONCATENATED_8_BIT, 3, reference, parts, part);
}

/** @param header without its length octet; elements that are unknown or cut short are passed over */
export function readConcatenation(header: Uint8Array): Concatenation | undefined {
  let at = 0;
  while (at + 2 <= header.length) {
    const element = header[at];
    const length = header[at + 1] ?? 0;
    const value = header.subarray(at + 2, at + 2 + length);
    const [a = 0, b = 0, c = 0, d = 0] = value;
    if (element === CONCATENATED_8_BIT && value.length === 3) return { reference: a, parts: b, part: c };
    if (element === CONCATENATED_16_BIT && value.length === 4) return { reference: (a << 8) | b, parts: c, part: d };
    at += 2 + length;
  }
  return undefined;
}
