import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AGENT_VERSION } from '../../../edge-agent/src/agent/version.ts';

const root = join(import.meta.dirname, '../../..');
/** What npm would fetch; here it is linked to the repository's own, so that the test needs no network. */
const DEPENDENCIES = ['aws-iot-device-sdk-v2', 'serialport', '@serialport/bindings-cpp', `node-linux-${process.arch}`];

export interface Installed {
  /** for the caller to remove */
  readonly prefix: string;
  readonly packageFolder: string;
  /** the program */
  readonly bin: string;
}

/** Lays the packed package out as `npm install -g --prefix <prefix> <tarball>` does. */
export function installPacked(): Installed {
  const prefix = mkdtempSync(join(tmpdir(), 'heraut-box-'));
  try {
    return layOut(prefix);
  } catch (error) {
    rmSync(prefix, { recursive: true });
    throw error;
  }
}

function layOut(prefix: string): Installed {
  must('npm', ['pack', '--workspace', 'edge-agent', '--silent', '--pack-destination', prefix], root);
  const modules = join(prefix, 'lib', 'node_modules');
  const packageFolder = join(modules, 'heraut-edge');
  mkdirSync(packageFolder, { recursive: true });
  must(
    'tar',
    ['-xzf', join(prefix, `heraut-edge-${AGENT_VERSION}.tgz`), '--strip-components=1', '-C', packageFolder],
    prefix,
  );
  mkdirSync(join(modules, '@serialport'));
  for (const name of DEPENDENCIES) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  mkdirSync(join(prefix, 'bin'));
  const bin = join(prefix, 'bin', 'heraut-edge');
  symlinkSync('../lib/node_modules/heraut-edge/bin/heraut-edge', bin);
  return { prefix, packageFolder, bin };
}

function must(program: string, args: readonly string[], cwd: string): void {
  // npm would keep a cache of its own code in the temporary folder.
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args[0]} failed: ${error?.message ?? `${stdout}${stderr}`}`);
}
