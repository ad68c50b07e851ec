import * as z from 'zod/mini';
import { day } from './routes/directory/fields.ts';

export const amount = z
  .string('Give an amount of money')
  .check(z.regex(/^\d{1,6}(\.\d{1,6})?$/, 'Give an amount such as 0.085, with a point'))
  .register(z.globalRegistry, { description: 'Money for one credit, as a decimal', examples: ['0.085'] });
export const currency = z
  .string('Give a currency')
  .check(z.regex(/^[A-Z]{3}$/, 'Give a currency by its three capital letters, such as EUR'))
  .register(z.globalRegistry, { description: 'ISO 4217', examples: ['EUR'] });
export const validFrom = day('The first day that it counts');

/** What an agency pays for a credit from a day on. */
export const tariff = z.object({ amount, currency, validFrom });

export const pricePer = z.enum(['message', 'part'], 'Give message or part').register(z.globalRegistry, {
  description: 'An SMS costs one credit, or one for each of its parts; counts for what is accepted from now on',
});
