import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import { parseThingName } from '../../contract/edge.ts';
import { modemAddress } from './modem-address.ts';

const port = z.number('give a port number').int().min(1, 'ports begin at 1').max(65_535, 'ports end at 65535');

const thing = z.string('give the name of the thing, <tenant id>:<box id>').refine(
  (name) => {
    try {
      return Boolean(parseThingName(name));
    } catch {
      return false;
    }
  },
  { error: 'must be <tenant id>:<box id>, as shown when the box was added' },
);

const path = z.string('give a path').min(1, 'give a path');
const host = z.string('give a host name').min(1, 'give a host name');

/** How long the modem may take to say what became of a text, in milliseconds; its manual names it. 120 s unless given. */
const answerTimeoutMs = z
  .number('give milliseconds')
  .int()
  .min(1_000, 'below 1000 every text would be unconfirmed')
  .max(600_000, '600000 is the most')
  .optional();

const modemObject = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('tcp'), host, port, answerTimeoutMs }),
    z.strictObject({
      kind: z.literal('serial'),
      path,
      baudRate: z
        .number('give bits a second')
        .int()
        .min(300, '300 is the least')
        .max(4_000_000, '4000000 is the most')
        .optional(),
      answerTimeoutMs,
    }),
  ],
  {
    error:
      'must be a device, "tcp://<host>:<port>", { "kind": "tcp", "host": …, "port": … } or { "kind": "serial", "path": …, "baudRate": 115200 }',
  },
);
type ModemConfig = z.infer<typeof modemObject>;

/** As an object, or in short as on the command line. Told apart here, so that the error speaks of the form that was meant. */
const modem = z.unknown().transform((given, context): ModemConfig => {
  const result = (typeof given === 'string' ? modemAddress : modemObject).safeParse(given);
  if (result.success) return result.data;
  for (const { message, path } of result.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});

const edgeConfig = z.strictObject({
  thing,
  cloud: z.strictObject({
    host,
    port: port.default(8883),
    /** PEM files: whose signature the broker must bear, the box's certificate, its private key */
    authority: path,
    certificate: path,
    privateKey: path,
  }),
  /** for this agent alone, on a disk that keeps what it is told */
  journalFolder: path,
  modem,
  /** of the SIM card, if it has one */
  pin: z
    .string('give the PIN as text, in quotation marks')
    .regex(/^\d{4,8}$/, 'a PIN has 4 to 8 digits')
    .optional(),
});
export type EdgeConfig = z.infer<typeof edgeConfig>;

/** Reads and checks a configuration file (JSON with comment lines). Its paths are relative to its folder. Rejects with all that is wrong. */
export async function loadConfig(file: string): Promise<EdgeConfig> {
  const result = edgeConfig.safeParse(parseJson(file, await readText(file)));
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || 'the file'}: ${issue.message}`);
    throw new Error(`The configuration ${file} is not right:\n${faults.join('\n')}`);
  }
  const { cloud, journalFolder, ...rest } = result.data;
  const inFolder = (name: string) => resolve(dirname(file), name);
  return {
    ...rest,
    cloud: {
      ...cloud,
      authority: inFolder(cloud.authority),
      certificate: inFolder(cloud.certificate),
      privateKey: inFolder(cloud.privateKey),
    },
    journalFolder: inFolder(journalFolder),
  };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Error(`The configuration ${file} can't be read: ${(cause as Error).message}`, { cause });
  }
}

/** A whole line that begins with two slashes. Blanks take its place, so that a position in an error is one in the file. */
const COMMENT = /^[ \t]*\/\/.*$/gm;

/** Says where the fault is, but none of the text around it: the PIN may be there. */
function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(COMMENT, (comment) => ' '.repeat(comment.length)));
  } catch (cause) {
    const position = /position \d+/.exec((cause as Error).message)?.[0] ?? 'its end';
    throw new Error(`The configuration ${file} is not JSON; the fault is at ${position}.`);
  }
}
