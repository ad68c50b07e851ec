/** `Goedemorgen` in the default alphabet to +31612345678, a report asked for; no service centre. */
export const GOEDEMORGEN = '0021000B911316325476F800000BC777995C6EBFE5E7B21B';

export interface Ucs2Part {
  readonly number?: string;
  readonly reportRequested?: boolean;
  readonly concatenation?: { readonly reference: number; readonly part: number; readonly parts: number };
}

/** A SUBMIT of UTF-16 units, put together by hand for the tests. */
export function ucs2Submit(
  text: string,
  { number = '+31612345678', reportRequested = true, concatenation }: Ucs2Part = {},
): string {
  const digits = number.slice(1);
  const address = (digits.length % 2 ? `${digits}F` : digits).replace(/(.)(.)/g, '$2$1');
  const header = concatenation
    ? `050003${hex(concatenation.reference)}${hex(concatenation.parts)}${hex(concatenation.part)}`
    : '';
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'));
  const body = header + units.join('').toUpperCase();
  const flags = 0x01 | (reportRequested ? 0x20 : 0) | (concatenation ? 0x40 : 0);
  return `00${hex(flags)}00${hex(digits.length)}91${address}0008${hex(body.length / 2)}${body}`;
}

function hex(octet: number): string {
  return octet.toString(16).padStart(2, '0').toUpperCase();
}
