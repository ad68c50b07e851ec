// Runs a TypeScript file of this repository: `node tools/run.mjs local/start.ts …`. Plain JavaScript that works on Node 20 with
// nothing installed: it installs the packages first where they are missing, and takes Node 24 from them.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSystemPackages } from './system-packages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The first with argon2 in node:crypto; it also runs TypeScript as it is. */
const OLDEST_NODE = [24, 7];
/** Milliseconds between two looks whether npm is still there. */
const PARENT_WATCH = 500;
const NEED_SYSTEM_PACKAGES = ['local/start.ts', 'tools/test.ts', 'test/soak/main.ts'];

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error('Say which file to run: node tools/run.mjs local/start.ts');
  process.exit(1);
}
if (NEED_SYSTEM_PACKAGES.includes(file)) ensureSystemPackages(file === 'tools/test.ts');
if (!isInstalled()) install();
start(nodeProgram());

/** Whether node_modules holds what the lock file asks for. Times of files say nothing after a clone or a checkout. */
function isInstalled() {
  const listing = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(listing)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(listing, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    const mayBeAbsent =
      entry.optional || entry.devOptional || entry.peer || entry.link || !path.includes('node_modules/');
    return mayBeAbsent ? true : present[path]?.version === entry.version;
  });
}

function install() {
  console.log('installing packages (npm ci); this takes about a minute');
  const command = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...command], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', command, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  console.error('npm ci failed; see above. Nothing was started.');
  process.exit(1);
}

function nodeProgram() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return process.execPath;
  const packaged = join(root, 'node_modules/.bin/node');
  if (existsSync(packaged)) return packaged;
  console.error(
    `This is Node ${process.versions.node}, and npm has none for this machine. Install Node ${OLDEST_NODE.join('.')} or newer.`,
  );
  process.exit(1);
}

function start(node) {
  const child = spawn(node, [join(root, file), ...args], {
    // the channel tells the child when this process is gone, even by SIGKILL
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event !== undefined) watchParent(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`${node} does not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

/** npm may be killed without a word to its child; then the system gives this process another parent. */
function watchParent(onGone) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, PARENT_WATCH);
  timer.unref();
}
