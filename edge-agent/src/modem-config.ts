import * as z from 'zod';
import { modemName } from '../../contract/edge.ts';
import { host, path, pin, port } from './config-fields.ts';
import { modemAddress } from './modem-address.ts';
import { isUsbId, USB_ID_WRITTEN } from './transport/usb-port.ts';

/** How long the modem may take to say what became of a text, in milliseconds; its manual names it. 120 s unless given. */
const answerTimeoutMs = z
  .number('give milliseconds')
  .int()
  .min(1_000, 'below 1000 every text would be unconfirmed')
  .max(600_000, '600000 is the most')
  .optional();

/** Parts that the SIM card's contract allows. A part is one SMS on the bill; without a limit the modem's own speed is one. */
const partsAtMost = (most: number) =>
  z
    .number('give a number of parts')
    .int('give a whole number of parts')
    .min(1, '1 is the least')
    .max(most, `${most} is the most`)
    .optional();

const every = {
  answerTimeoutMs,
  pin: pin.optional(),
  perMinute: partsAtMost(1_000),
  perDay: partsAtMost(1_000_000),
};

const modemObject = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('tcp'), host, port, ...every }),
    z
      .strictObject({
        kind: z.literal('serial'),
        path: path.optional(),
        usb: z.string('give a USB id').refine(isUsbId, USB_ID_WRITTEN).optional(),
        baudRate: z
          .number('give bits a second')
          .int()
          .min(300, '300 is the least')
          .max(4_000_000, '4000000 is the most')
          .optional(),
        flowControl: z.enum(['none', 'rts-cts'], 'must be "none" or "rts-cts"').optional(),
        ...every,
      })
      .transform(({ path, usb, ...rest }, context) => {
        if (path !== undefined && usb === undefined) return { ...rest, path };
        if (usb !== undefined && path === undefined) return { ...rest, usb };
        const message = 'give the port by its path, or by its USB id: "usb": "1e0e:9001"';
        context.addIssue({ code: 'custom', path: ['path'], message });
        return z.NEVER;
      }),
  ],
  {
    error:
      'must be a device, "tcp://<host>:<port>", { "kind": "tcp", "host": …, "port": … } or { "kind": "serial", "path": …, "baudRate": 115200 }',
  },
);
export type ModemConfig = z.infer<typeof modemObject>;

/** As an object, or in short as on the command line. Told apart here, so that the error speaks of the form that was meant. */
export const modemConfig = z.unknown().transform((given, context): ModemConfig => {
  const result = (typeof given === 'string' ? modemAddress : modemObject).safeParse(given);
  if (result.success) return result.data;
  for (const { message, path } of result.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});

/** The contract's limit of modems in a box's health. */
const MOST = 32;

/** By their names. */
export const modemConfigs = z
  .record(z.string(), modemConfig, 'give the modems by their names: { "office": "/dev/serial/by-id/…" }')
  .superRefine((modems, context) => {
    const places = new Map<string, string>();
    const names = Object.keys(modems);
    if (names.length === 0) context.addIssue({ code: 'custom', message: 'name one modem at least' });
    if (names.length > MOST) context.addIssue({ code: 'custom', message: `${MOST} modems are the most` });
    for (const [name, modem] of Object.entries(modems)) {
      const told = modemName.safeParse(name).error?.issues[0]?.message;
      if (told) context.addIssue({ code: 'custom', path: [name], message: told });
      const place = placeOf(modem);
      const other = places.get(place);
      if (other) context.addIssue({ code: 'custom', path: [name], message: `is at the same place as ${other}` });
      places.set(place, name);
    }
  });

function placeOf(modem: ModemConfig): string {
  if (modem.kind === 'tcp') return `tcp://${modem.host}:${modem.port}`;
  return 'usb' in modem ? modem.usb.toLowerCase() : modem.path;
}
