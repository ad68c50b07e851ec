import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { PartName } from '../../../local/parts/settings.ts';
import type { Act, Answer, Request } from './shared-stacks.ts';

/** A running stack that other test files use before and after this one: a test leaves it as it found it. */
export interface SharedStack extends Answer {
  /** http://… of the API */
  readonly url: string;
  /** as the supervisor writes it down */
  pid(part: PartName): Promise<number>;
  /** SIGKILL; resolves when it is dead. It comes back by itself. */
  kill(part: PartName): Promise<void>;
  /** SIGKILL; it stays dead until `restart` */
  keepDown(part: PartName): Promise<void>;
  /** resolves when it is ready */
  restart(part: PartName): Promise<void>;
  /** resolves when the part answers */
  ready(part: PartName): Promise<void>;
}

/** The stack of this worker; the first file that asks for it waits for its start. */
export async function sharedStack(): Promise<SharedStack> {
  const found = await ask('start');
  return {
    ...found,
    url: `http://${found.addresses.gateway}`,
    pid: async (part) => Number(await readFile(join(found.stateFolder, 'run', `${part}.pid`), 'utf8')),
    kill: (part) => tell('kill', part),
    keepDown: (part) => tell('keep-down', part),
    restart: (part) => tell('restart', part),
    ready: (part) => tell('await-ready', part),
  };
}

async function tell(act: Act, part: PartName): Promise<void> {
  await ask(act, part);
}

async function ask(act: Act, part?: PartName): Promise<Answer> {
  const wish: Request = { worker: process.env['VITEST_POOL_ID'] ?? '', act, ...(part && { part }) };
  const response = await fetch(inject('sharedStacks'), { method: 'POST', body: JSON.stringify(wish) });
  const answer = await response.text();
  if (response.status !== 200) throw new Error(`the stack could not ${act}: ${answer}`);
  return JSON.parse(answer) as Answer;
}
