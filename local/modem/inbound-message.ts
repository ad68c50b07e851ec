import * as z from 'zod';
import { encodeDeliver } from './deliver-pdu.ts';
import { septetsByCharacter } from './gsm7.ts';
import { octetsFromHex } from './octets.ts';

/** Octets of user data in one part, and what a header with a reference of 8 or 16 bits takes of it. */
const USER_DATA = 140;
const HEADER = { 8: 6, 16: 7 } as const;
const MOST_PARTS = 255;

/** What POST /inbound takes: a message to the SIM. */
export const inboundMessage = z.strictObject({
  /** `+31612345678` international, digits alone national, anything else a name of at most 11 characters of GSM-7 */
  from: z.union([
    z.string().regex(/^\+?\d{1,20}$/),
    z
      .string()
      .min(1)
      .refine(
        (name) => (septetsByCharacter(name)?.flat().length ?? 12) <= 11,
        'a name has at most 11 septets of GSM-7',
      ),
  ]),
  /** with `8bit` hexadecimal octets */
  text: z.string(),
  /** left out: gsm7 where it holds the text, else ucs2 */
  alphabet: z.enum(['gsm7', 'ucs2', '8bit']).optional(),
  /** class 0 */
  flash: z.boolean().default(false),
  /** TP-SCTS; left out: now */
  at: z.iso.datetime({ offset: true }).optional(),
  /** the service centre's zone, minutes east of UTC in quarters of an hour; left out: the modem's network time */
  zoneMinutes: z.number().int().min(-1185).max(1185).multipleOf(15).optional(),
  /** width and value of the reference of a long message; left out: 8 bits, counted */
  referenceBits: z.literal([8, 16]).default(8),
  reference: z.number().int().min(0).max(0xffff).optional(),
  /** the parts that come, in this order, from 1: one named twice comes twice, one left out never; left out: all in order */
  order: z.array(z.number().int().min(1).max(MOST_PARTS)).min(1).max(1_000).optional(),
});
export type InboundMessage = z.input<typeof inboundMessage>;

/** One part on its way to the SIM. */
export interface InboundPart {
  readonly from: string;
  readonly alphabet: 'gsm7' | 'ucs2' | '8bit';
  /** of this part; 8-bit data in hexadecimal */
  readonly text: string;
  readonly part: number;
  readonly parts: number;
  /** of a long message */
  readonly reference: number | null;
  /** in hexadecimal, without the service centre's address */
  readonly tpdu: string;
}

/** A message that can't be sent as it is asked for; the text says why. */
export class UnfitMessage extends Error {
  override readonly name = 'UnfitMessage';
}

export interface InboundContext {
  readonly now: Date;
  readonly zoneMinutes: number;
  /** the reference of a long message that names none */
  readonly nextReference: () => number;
}

/** The parts of a message in the order they come; throws UnfitMessage. */
export function partsOf(message: z.output<typeof inboundMessage>, context: InboundContext): InboundPart[] {
  const { alphabet, units } = unitsOf(message);
  const cut = cutInParts(units, alphabet, message.referenceBits);
  if (cut.length > MOST_PARTS) throw new UnfitMessage(`${cut.length} parts, at most ${MOST_PARTS} can be counted`);
  const reference = cut.length > 1 ? (message.reference ?? context.nextReference()) : null;
  const sentAt = message.at === undefined ? context.now : new Date(message.at);
  const all = cut.map((some, index): InboundPart => {
    const place = { part: index + 1, parts: cut.length };
    const concatenation = reference === null ? null : { reference, bits: message.referenceBits, ...place };
    const { from, flash } = message;
    const body = some.flatMap(({ codes }) => codes);
    const tpdu = encodeDeliver(
      { from, sentAt, body, alphabet, flash, concatenation },
      message.zoneMinutes ?? context.zoneMinutes,
    );
    return { from, alphabet, text: some.map(({ text }) => text).join(''), ...place, reference, tpdu };
  });
  return (message.order ?? all.map(({ part }) => part)).map((part) => {
    const found = all[part - 1];
    if (!found) throw new UnfitMessage(`there is no part ${part}: the text makes ${all.length}`);
    return found;
  });
}

/** What may not be split: a character, with its escape or as its surrogate pair. */
interface Unit {
  readonly text: string;
  /** septets, or octets */
  readonly codes: readonly number[];
}

function unitsOf({ text, alphabet }: z.output<typeof inboundMessage>): {
  alphabet: InboundPart['alphabet'];
  units: Unit[];
} {
  if (alphabet === '8bit') {
    const units = [...octetsFromHex(text)].map((octet) => {
      return { text: octet.toString(16).padStart(2, '0').toUpperCase(), codes: [octet] };
    });
    return { alphabet, units };
  }
  const septets = alphabet === 'ucs2' ? null : septetsByCharacter(text);
  if (alphabet === 'gsm7' && !septets) throw new UnfitMessage('the GSM 7-bit alphabet lacks a character of the text');
  const units = Array.from(text, (character, index) => {
    return { text: character, codes: septets?.[index] ?? [...Buffer.from(character, 'utf16le').swap16()] };
  });
  return { alphabet: septets ? 'gsm7' : 'ucs2', units };
}

function cutInParts(units: readonly Unit[], alphabet: InboundPart['alphabet'], referenceBits: 8 | 16): Unit[][] {
  const bits = alphabet === 'gsm7' ? 7 : 8;
  const fits = (octets: number) => Math.floor((octets * 8) / bits);
  const size = (some: readonly Unit[]) => some.reduce((sum, { codes }) => sum + codes.length, 0);
  if (size(units) <= fits(USER_DATA)) return [[...units]];
  const room = fits(USER_DATA - HEADER[referenceBits]);
  const parts: Unit[][] = [];
  let left = 0;
  for (const unit of units) {
    if (unit.codes.length > left) {
      parts.push([]);
      left = room;
    }
    parts.at(-1)?.push(unit);
    left -= unit.codes.length;
  }
  return parts;
}
