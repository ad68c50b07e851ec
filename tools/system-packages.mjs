// What the local stack needs from the system, beside Node. Plain JavaScript: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** mosquitto lies in sbin, which an ordinary user's PATH lacks; a JRE may be installed without a link in /usr/bin. */
const MORE_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/sbin', '/opt/homebrew/bin'];
const JAVA_HOMES = '/usr/lib/jvm';
/** DynamoDB Local is compiled for this version. */
const OLDEST_JAVA = 17;

const PROGRAMS = [
  {
    name: 'java',
    what: `a Java runtime, ${OLDEST_JAVA} or newer`,
    apt: ['openjdk-17-jre-headless', 'openjdk-21-jre-headless', 'default-jre-headless'],
    brew: 'openjdk@21',
  },
  { name: 'mosquitto', what: 'the MQTT broker mosquitto, 2.0 or newer', apt: ['mosquitto'], brew: 'mosquitto' },
  { name: 'socat', what: 'socat, which makes pseudo-terminals', apt: ['socat'], brew: 'socat' },
];
/** For the tests of the edge box's unit. Where a system is not run by systemd, its tests leave those out. */
const PROGRAMS_OF_DEBIAN_TESTS = [
  { name: 'systemd-analyze', what: 'systemd-analyze, which checks units', apt: ['systemd'] },
];

/** Found by what /etc/os-release says. Their JREs lack the compiler that runs local/dynamodb/LoopbackOnly.java, Debian's have it. */
const OTHER_MANAGERS = [
  { system: /fedora|rhel|centos/, install: 'dnf install -y', java: 'java-21-openjdk-devel' },
  { system: /alpine/, install: 'apk add', java: 'openjdk21-jdk' },
  { system: /arch/, install: 'pacman -S', java: 'jdk21-openjdk' },
];

/** The path of a program that works here, or undefined. */
export function findProgram(name) {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...MORE_FOLDERS,
    ...(name === 'java' ? javaFolders() : []),
  ];
  return folders
    .map((folder) => join(folder, name))
    .find((path) => isExecutable(path) && (name !== 'java' || isNewEnoughJava(path)));
}

function javaFolders() {
  const homes = existsSync(JAVA_HOMES) ? readdirSync(JAVA_HOMES).map((home) => join(JAVA_HOMES, home, 'bin')) : [];
  return [
    ...(process.env.JAVA_HOME ? [join(process.env.JAVA_HOME, 'bin')] : []),
    ...homes,
    '/opt/homebrew/opt/openjdk@21/bin',
  ];
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** macOS has a /usr/bin/java that only says where to get one, so being there is not enough; nor is a JRE without the compiler. */
function isNewEnoughJava(path) {
  const { status, stderr } = spawnSync(path, ['-version'], { encoding: 'utf8' });
  const version = /version "(\d+)/.exec(stderr ?? '');
  if (status !== 0 || version === null || Number(version[1]) < OLDEST_JAVA) return false;
  return spawnSync(path, ['--describe-module', 'jdk.compiler']).status === 0;
}

/**
 * Installs what is missing where it may (root, apt); else prints the command that does and ends the process.
 * @param forTests what the tests alone need is among it
 */
export function ensureSystemPackages(forTests) {
  const wanted = [...PROGRAMS, ...(forTests && existsSync('/usr/bin/apt-get') ? PROGRAMS_OF_DEBIAN_TESTS : [])];
  let missing = wanted.filter(({ name }) => findProgram(name) === undefined);
  if (missing.length === 0) return;
  for (const { what } of missing) console.log(`missing: ${what}`);

  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    installWithApt(missing);
    missing = wanted.filter(({ name }) => findProgram(name) === undefined);
    if (missing.length === 0) return;
    console.error(`apt-get ran, and yet there is no ${missing.map(({ name }) => name).join(', no ')}.`);
  }
  console.error(`Install them with this command, then try again:\n  ${installCommand(missing)}`);
  process.exit(1);
}

function installWithApt(missing) {
  run('apt-get', ['update', '-q']);
  const packages = missing.map(aptPackage);
  console.log(`installing with apt-get: ${packages.join(' ')}`);
  withoutStartingServices(() => {
    // --reinstall: the package may be there and its program not
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', '--reinstall', ...packages]);
  });
  // The stack starts a broker of its own, on its own port; the package's service would only stand beside it.
  if (packages.includes('mosquitto') && existsSync('/run/systemd/system'))
    run('systemctl', ['disable', '--now', 'mosquitto']);
}

function aptPackage({ apt }) {
  return apt.find(hasCandidate) ?? apt[0];
}

function hasCandidate(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return /Candidate: (?!\(none\))/.test(stdout ?? '');
}

/** Debian's way to install a service's package without starting the service. */
function withoutStartingServices(act) {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return act();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return act();
  } finally {
    rmSync(policy);
  }
}

function run(program, args) {
  const { status, error } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0)
    console.error(`${program} ${args.join(' ')} failed${error ? `: ${error.message}` : ` (exit code ${status})`}`);
}

function installCommand(missing) {
  if (process.platform === 'darwin') return `brew install ${missing.map(({ brew }) => brew).join(' ')}`;
  const asRoot = (command) => (process.getuid?.() === 0 ? command : `sudo ${command}`);
  if (existsSync('/usr/bin/apt-get')) {
    const install = `apt-get install -y --no-install-recommends ${missing.map(aptPackage).join(' ')}`;
    return `${asRoot('apt-get update')} && ${asRoot(install)}`;
  }
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const manager = OTHER_MANAGERS.find(({ system }) => system.test(release));
  if (!manager) return `your system's package manager, for: ${missing.map(({ what }) => what).join('; ')}`;
  return asRoot(`${manager.install} ${missing.map(({ name }) => (name === 'java' ? manager.java : name)).join(' ')}`);
}
