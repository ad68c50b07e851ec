import { type ParseArgsConfig, parseArgs } from 'node:util';
import * as z from 'zod';
import { e164 } from '../../../contract/fields.ts';
import { MAX_PARTS, smsText } from '../../../contract/sms-text.ts';
import { type ModemAddress, modemAddress } from '../modem-address.ts';
import type { LineSettings } from '../transport/transport-to.ts';
import { UsageError } from './exit-codes.ts';

/** Messages that one call sends. */
export const MAX_COUNT = 10_000;

const integer = (what: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `${what} must be a whole number`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `${what} must be from ${least} to ${most}`);

const flowControl = z.enum(['none', 'rts-cts'], '--flow-control must be none or rts-cts').optional();
const baud = integer('--baud', 300, 4_000_000).optional();
const answerTimeout = integer('--answer-timeout', 1, 600).optional();

const message = z.object({
  to: e164,
  text: z
    .string()
    .min(1, '--text must not be empty')
    .refine((text) => smsText(text).parts.length <= MAX_PARTS, `--text is too long: ${MAX_PARTS} parts are the most`),
  count: integer('--count', 1, MAX_COUNT).default(1),
});
export type MessageToSend = z.infer<typeof message>;

export interface ModemArguments {
  readonly address: ModemAddress;
  readonly line: LineSettings;
  /** as it was written, for messages */
  readonly written: string;
}
export interface SendArguments extends ModemArguments {
  /** absent: only what the journal still has is brought to its end */
  readonly message: MessageToSend | undefined;
  readonly journalFolder: string | undefined;
  readonly answerTimeoutMs: number | undefined;
}

const LINE_OPTIONS = { baud: { type: 'string' }, 'flow-control': { type: 'string' } } as const;

/** Of `modem check` and `modem listen`. Throws UsageError. */
export function modemArguments(args: readonly string[]): ModemArguments {
  return modemOf(parsed(args, LINE_OPTIONS));
}

/** Of `modem send`. Throws UsageError. */
export function sendArguments(args: readonly string[]): SendArguments {
  const given = parsed(args, {
    ...LINE_OPTIONS,
    to: { type: 'string' },
    text: { type: 'string' },
    count: { type: 'string' },
    journal: { type: 'string' },
    'answer-timeout': { type: 'string' },
  });
  const { to, text, count, journal, 'answer-timeout': seconds } = given.values;
  const onlyJournal = to === undefined && text === undefined && count === undefined && journal !== undefined;
  const answerSeconds = valid(answerTimeout, seconds);
  return {
    ...modemOf(given),
    message: onlyJournal ? undefined : messageOf(to, text, count),
    journalFolder: journal,
    answerTimeoutMs: answerSeconds && answerSeconds * 1000,
  };
}

function messageOf(to: string | undefined, text: string | undefined, count: string | undefined): MessageToSend {
  if (to === undefined) throw new UsageError('say to whom: --to +31612345678');
  if (text === undefined) throw new UsageError("say what: --text 'Hello {n}'");
  if (!e164.safeParse(to).success)
    throw new UsageError('--to must be a number with plus sign and country: +31612345678');
  return valid(message, { to, text, count });
}

interface Given {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly positionals: readonly string[];
}

function parsed(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>): Given {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: values as Given['values'], positionals };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function modemOf({ values, positionals }: Given): ModemArguments {
  const [written, ...more] = positionals;
  if (written === undefined || more.length > 0)
    throw new UsageError(
      'name one modem: a device such as /dev/ttyUSB0, usb:<vendor>:<product>, or tcp://<host>:<port>',
    );
  const address = modemAddress.safeParse(written);
  if (!address.success) throw new UsageError(`${written} ${address.error.issues[0]?.message}`);
  const line = { baudRate: valid(baud, values['baud']), flowControl: valid(flowControl, values['flow-control']) };
  const option = line.baudRate ? '--baud' : '--flow-control';
  if (address.data.kind === 'tcp' && (line.baudRate || line.flowControl))
    throw new UsageError(`${option} is for serial lines: that of a serial server is set in the server`);
  return { address: address.data, line, written };
}

function valid<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value);
  if (!result.success) throw new UsageError(result.error.issues.map(({ message }) => message).join('; '));
  return result.data;
}
