import * as z from 'zod';
import { settingsChange } from './settings.ts';

const milliseconds = z.number().int().min(1).max(3_600_000);

/** What POST /control takes: settings to change, the others stay, and acts that happen at once, in the order below. */
export const control = settingsChange.extend({
  /** another SIM is in the modem, with these tries left; `pin` null asks for none */
  sim: z
    .strictObject({
      pin: z
        .string()
        .regex(/^\d{4,8}$/)
        .nullable(),
      puk: z
        .string()
        .regex(/^\d{8}$/)
        .default('12345678'),
      pinTries: z.number().int().min(0).max(3).default(3),
      pukTries: z.number().int().min(0).max(10).default(10),
    })
    .optional(),
  /** the line drops now */
  dropLine: z.literal(true).optional(),
  /** power off and on: settings of AT commands, the open prompt and answers that are due are gone; the line stays */
  reboot: z.literal(true).optional(),
  /** deaf and dumb for so long, or until `reboot` */
  hang: z.union([z.literal('until-reset'), z.strictObject({ forMs: milliseconds })]).optional(),
  /** no registration for so long, then the `registration` of before */
  loseNetwork: z.strictObject({ forMs: milliseconds, registration: z.literal([0, 2, 3]).default(2) }).optional(),
  /** the network says this by +CUSD, unasked */
  ussdNotice: z
    .strictObject({
      text: z.string().max(182),
      alphabet: z.enum(['gsm7', 'ucs2']).default('gsm7'),
      status: z.literal([0, 1, 2, 4]).default(0),
    })
    .optional(),
  /** lines said now, unasked: `RING`, `+CREG: 2` */
  unsolicited: z.array(z.string()).optional(),
});
export type Control = z.input<typeof control>;
export type ParsedControl = z.output<typeof control>;
