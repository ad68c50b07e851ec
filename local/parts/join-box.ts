import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { StackSettings } from './settings.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'edge-agent', 'src', 'cli', 'main.ts');
const run = promisify(execFile);

export interface Joining {
  readonly boxId: string;
  /** of the agency, with the permission to manage boxes */
  readonly apiToken: string;
}

/** Joins the office's box as an installer does, by a join code and the box's own program. Once: a box keeps what it got. */
export async function joinBox({ folder, ports }: StackSettings, { boxId, apiToken }: Joining): Promise<void> {
  const state = join(folder, 'edge');
  const config = join(state, 'config.json');
  const identity = ['next.pem', 'current.pem'].map((name) => join(state, 'identity', name));
  if (identity.some((file) => existsSync(file))) return;
  const url = `http://127.0.0.1:${ports.gateway}`;
  const response = await fetch(`${url}/v1/boxes/${boxId}/join-code`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiToken}` },
  });
  if (response.status !== 201) throw new Error(`no join code for the demo box: ${await response.text()}`);
  const { joinCode } = (await response.json()) as { joinCode: string };
  const replace = existsSync(config) ? ['--replace'] : [];
  const files = ['--config', config, '--state', state];
  await run(process.execPath, [PROGRAM, 'join', '--url', url, '--code', joinCode, ...files, ...replace]);
}
