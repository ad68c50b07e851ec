import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import { parseThingName } from '../../contract/edge.ts';
import { cloudConfig } from './cloud-config.ts';
import { path, pin } from './config-fields.ts';
import { type ModemConfig, modemConfig, modemConfigs } from './modem-config.ts';

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

const configFile = z.strictObject({
  thing,
  cloud: cloudConfig,
  /** for this agent alone, on a disk that keeps what it is told */
  journalFolder: path,
  /** the one modem, which is then named `modem`; or several by their names */
  modem: modemConfig.optional(),
  modems: modemConfigs.optional(),
  /** of the one modem's SIM card, if it has one */
  pin: pin.optional(),
});

export interface EdgeConfig extends Pick<z.infer<typeof configFile>, 'thing' | 'cloud' | 'journalFolder'> {
  readonly modems: Readonly<Record<string, ModemConfig>>;
}

const edgeConfig = configFile.transform(({ modem, modems, pin, ...rest }, context): EdgeConfig => {
  const refuse = (path: string, message: string) => {
    context.addIssue({ code: 'custom', path: [path], message });
    return z.NEVER;
  };
  if (modem && modems) return refuse('modem', 'is one of two: put it among the modems');
  if (pin && modems) return refuse('pin', 'is of one modem: put it into the one whose SIM card has it');
  if (modems) return { ...rest, modems };
  if (!modem) return refuse('modem', 'give one modem, or several as modems: { "<name>": … }');
  if (pin && modem.pin) return refuse('pin', 'is given twice: the modem has it too');
  return { ...rest, modems: { modem: pin ? { ...modem, pin } : modem } };
});

/** The JSON of a configuration, not checked. Rejects when it can't be read. */
export async function readConfig(file: string): Promise<unknown> {
  return parseJson(file, await readText(file));
}

/** Reads and checks a configuration file (JSON with comment lines). Its paths are relative to its folder. Rejects with all that is wrong. */
export async function loadConfig(file: string): Promise<EdgeConfig> {
  const result = edgeConfig.safeParse(await readConfig(file));
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
      ...('identity' in cloud
        ? { identity: inFolder(cloud.identity), renewAfterDays: cloud.renewAfterDays }
        : { certificate: inFolder(cloud.certificate), privateKey: inFolder(cloud.privateKey) }),
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
