import * as z from 'zod/mini';
import { line } from '../../fields.ts';
import { isIban } from '../../iban.ts';

/** Fields that workers, companies and branches share. */

/** One of its own for each meaning: what the document says hangs on the schema. */
export function day(description: string) {
  return z
    .string('Give a date')
    .check(z.refine(isDate, 'Give a date as 1990-12-31'))
    .register(z.globalRegistry, { description: `${description}, ISO 8601`, examples: ['1990-12-31'] });
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
}

export const country = z
  .string('Give a country')
  .check(z.regex(/^[A-Z]{2}$/, 'Give a country by its two capital letters, such as NL'))
  .register(z.globalRegistry, { description: 'ISO 3166-1 alpha-2', examples: ['NL'] });

export const language = z
  .enum(['nl', 'de', 'pl', 'en'], 'Give nl, de, pl or en')
  .register(z.globalRegistry, { description: 'In which mails and texts to this person are written' });

export const iban = z
  .string('Give an IBAN')
  .check(z.refine(isIban, 'This is no IBAN: its check digits do not fit'))
  .register(z.globalRegistry, { description: 'IBAN, without spaces', examples: ['NL91ABNA0417164300'] });

export const mailAddress = z
  .string('Give a mail address')
  .check(z.maxLength(254), z.regex(z.regexes.email, 'This is no mail address'))
  .register(z.globalRegistry, { description: 'A mail address', examples: ['jan@example.com'] });

export const phone = z.strictObject({
  number: line('Give a phone number', 40).register(z.globalRegistry, {
    description: 'As it is written in the country of the agency, or E.164',
  }),
  mobile: z._default(z.boolean(), false).register(z.globalRegistry, { description: 'Receives SMS' }),
  private: z
    ._default(z.boolean(), false)
    .register(z.globalRegistry, { description: 'Not for messages of the agency’s internal messenger' }),
});
export const phones = z._default(z.array(phone).check(z.maxLength(10, 'Give 10 numbers at most')), []);

export const mailAddresses = z._default(
  z.array(mailAddress).check(
    z.maxLength(10, 'Give 10 addresses at most'),
    z.refine((list) => new Set(list.map((one) => one.toLowerCase())).size === list.length, 'Give each address once'),
  ),
  [],
);

export const address = z.strictObject({
  kind: z.enum(['home', 'post', 'visit'], 'Give home, post or visit'),
  street: line('Give the street', 100),
  houseNumber: z.optional(line('Give the house number', 20)),
  postalCode: z.optional(line('Give the postal code', 12)),
  city: line('Give the city', 100),
  country,
});
export const addresses = z._default(z.array(address).check(z.maxLength(5, 'Give 5 addresses at most')), []);
