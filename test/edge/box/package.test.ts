import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { AGENT_VERSION } from '../../../edge-agent/src/agent/version.ts';
import { Broker } from '../../support/edge/broker.ts';
import { modemForTest, temporaryFolder } from '../simulated-modem/terminal.ts';
import { type Installed, installPacked } from './installed.ts';
import { runProgram } from './run-program.ts';

const WAIT = { timeout: 30_000, interval: 20 };
let installed: Installed;
beforeAll(() => {
  installed = installPacked();
});
afterAll(() => rm(installed.prefix, { recursive: true }));

it('E4-2 installs alone: the package has the program, its unit and its example, and nothing of the sources', async () => {
  const { packageFolder, bin } = installed;
  expect((await readdir(packageFolder)).sort()).toEqual(
    ['LICENSE', 'README.md', 'bin', 'config.example.jsonc', 'dist', 'package.json', 'systemd'].sort(),
  );
  const licence = await readFile(join(packageFolder, 'LICENSE'), 'utf8');
  expect(licence).toBe(await readFile(join(import.meta.dirname, '../../../LICENSE'), 'utf8'));
  for (const name of await readdir(join(packageFolder, 'dist')))
    expect(await readFile(join(packageFolder, 'dist', name), 'utf8')).not.toMatch(/from "\.\.\/\.\./);
  expect(existsSync(bin)).toBe(true);
});

it('tells its version and how it is used, and 2 for a command that there is none of', async () => {
  const version = runProgram(installed.bin, ['--version']);
  expect(await version.ended).toBe(0);
  expect(version.out).toEqual([AGENT_VERSION]);
  const help = runProgram(installed.bin, ['--help']);
  expect(await help.ended).toBe(0);
  expect(help.out.join('\n')).toContain('heraut-edge modem send <modem> --to <number> --text <text>');
  const wrong = runProgram(installed.bin, ['sned']);
  expect(await wrong.ended).toBe(2);
  expect(wrong.errors[0]).toBe('sned is no command');
});

it('runs as the service where it is installed, and ends when it is told to', async () => {
  const broker = await Broker.start();
  onTestFinished(() => broker.end());
  const modem = await modemForTest();
  const folder = await temporaryFolder();
  const config = join(folder, 'config.json');
  const thing = 'ten_1:box_1';
  const { certificates, port } = broker;
  const cloud = { host: 'localhost', port, authority: certificates.authority, ...(await certificates.thing(thing)) };
  await writeFile(
    config,
    JSON.stringify({ thing, cloud, journalFolder: 'journal', modem: `tcp://127.0.0.1:${modem.port}` }),
  );
  const program = runProgram(installed.bin, ['run', config]);
  await vi.waitFor(() => expect(program.out.join('\n')).toContain('"connected"'), WAIT);
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
});

it('says which values of its configuration are wrong, and ends with 1', async () => {
  const folder = await temporaryFolder();
  const config = join(folder, 'config.json');
  await writeFile(config, '{ "modem": "ttyUSB0" }');
  const program = runProgram(installed.bin, ['run', config]);
  expect(await program.ended).toBe(1);
  const said = program.errors.join('\n');
  for (const field of ['thing', 'cloud', 'journalFolder', 'modem']) expect(said).toContain(`  ${field}: `);
});

it('says what to do on a computer without Node.js 24', async () => {
  const folder = await temporaryFolder();
  const alone = join(folder, 'heraut-edge');
  await mkdir(alone);
  for (const name of ['bin', 'dist'])
    await cp(join(installed.packageFolder, name), join(alone, name), { recursive: true });
  await writeFile(join(folder, 'node'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const program = runProgram(join(alone, 'bin', 'heraut-edge'), ['--version'], { PATH: `${folder}:/usr/bin:/bin` });
  expect(await program.ended).toBe(1);
  expect(program.errors).toEqual([expect.stringContaining('needs Node.js 24')]);
});
