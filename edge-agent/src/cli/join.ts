import { existsSync } from 'node:fs';
import { access, constants, copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { thingName } from '../../../contract/edge.ts';
import { readConfig } from '../config.ts';
import { certificateRequest } from '../identity/certificate-request.ts';
import { FolderIdentityStore } from '../identity/identity-store.ts';
import { writeSafely } from '../identity/safe-file.ts';
import { askToJoin, type Joined } from './ask-to-join.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { JoinArguments } from './join-arguments.ts';
import { fileProblem } from './join-problem.ts';
import type { Terminal } from './terminal.ts';

/** The configuration may hold the PIN of the SIM card; the service's group reads it. */
const CONFIG_MODE = 0o640;
const PUBLIC_MODE = 0o644;
/** Beyond it certificates and log lines mislead. */
const SKEW_MS = 300_000;

/**
 * Makes this box's key, which never leaves it, gets the certificate for a join code, and writes the configuration. After a crash or
 * a lost answer it is run again as it was: the key is the same until the cloud has heard the box, and gets the same certificate.
 */
export async function joinCloud(given: JoinArguments, terminal: Pick<Terminal, 'print' | 'note'>): Promise<ExitCode> {
  const { url, code, box, state, config, replace } = given;
  const thing = thingName(box.tenantId, box.boxId);
  const identity = join(resolve(state), 'identity');
  const before = await presentConfig(config, replace);
  await writing(config, () => prepareFolder(dirname(resolve(config))));

  const store = new FolderIdentityStore(identity);
  const key = await writing(identity, async () => {
    await store.prepare();
    return store.joinKey(thing);
  });
  const joined = await askToJoin(url, code, await certificateRequest(thing, key));
  const authority = join(identity, 'authority.pem');
  await writing(identity, async () => {
    await writeSafely(authority, joined.authority, PUBLIC_MODE);
    await store.keep(joined.certificate);
  });
  await writing(config, () => writeConfig(given, before, { ...joined, authority, identity }));

  noteClock(joined, terminal);
  terminal.print(`This box is ${joined.thing}. Its key is in ${identity}, its configuration in ${config}.`);
  terminal.print(nextStep(before ?? given.modem, config));
  return EXIT.ok;
}

/** What stands there now. Nothing is asked of the cloud before it is clear that the answer may be written. */
async function presentConfig(config: string, replace: boolean): Promise<object | undefined> {
  if (!existsSync(config)) return undefined;
  if (!replace)
    throw new Error(
      `${config} is there already. With --replace only its thing and cloud are changed, and a copy is kept.`,
    );
  return (await readConfig(config)) as object;
}

async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
}

async function writeConfig(
  { config, state, modem }: JoinArguments,
  before: object | undefined,
  {
    thing,
    host,
    port,
    authority,
    identity,
  }: Pick<Joined, 'thing' | 'host' | 'port' | 'authority'> & { identity: string },
): Promise<void> {
  const rest = before ?? { journalFolder: join(resolve(state), 'journal'), ...(modem !== undefined && { modem }) };
  const next = { ...rest, thing, cloud: { host, port, authority, identity } };
  if (before) await copyFile(config, `${config}.before`);
  await writeSafely(config, `${JSON.stringify(next, null, 2)}\n`, CONFIG_MODE);
}

async function writing<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall === undefined ? error : fileProblem(path, error);
  }
}

function noteClock({ at }: Joined, { note }: Pick<Terminal, 'note'>): void {
  const ahead = Date.now() - Date.parse(at);
  if (Math.abs(ahead) < SKEW_MS) return;
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  note(`This box's clock is ${minutes} minutes ${ahead > 0 ? 'ahead' : 'behind'}. Set it: timedatectl set-ntp true.`);
}

function nextStep(modem: unknown, config: string): string {
  return modem === undefined
    ? `Next: put the modem into ${config} ("modem": "/dev/serial/by-id/…"), try it with heraut-edge modem check, then systemctl enable --now heraut-edge`
    : 'Next: systemctl enable --now heraut-edge, or restart it if it runs';
}
