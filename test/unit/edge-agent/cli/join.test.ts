import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../../edge-agent/src/cli/exit-codes.ts';
import { joinCloud } from '../../../../edge-agent/src/cli/join.ts';
import { joinArguments } from '../../../../edge-agent/src/cli/join-arguments.ts';
import { answerProblem, connectionProblem, fileProblem } from '../../../../edge-agent/src/cli/join-problem.ts';

const CODE = `hj_ten_${'0'.repeat(26)}.box_${'0'.repeat(26)}.ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345`;
const URL = 'https://heraut.example';

describe('the command line of join', () => {
  it('needs no more than address and code', () => {
    expect(joinArguments(['--url', `${URL}/`, '--code', CODE])).toMatchObject({
      ...{ url: URL, config: '/etc/heraut-edge/config.json', state: '/var/lib/heraut-edge', replace: false },
      box: { tenantId: `ten_${'0'.repeat(26)}`, boxId: `box_${'0'.repeat(26)}` },
    });
  });

  it.each([
    [['--code', CODE], 'say where: --url'],
    [['--url', URL], 'give the join code: --code'],
    [['--url', URL, '--code', 'hj_1'], '--code is no join code'],
    [['--url', 'heraut.example', '--code', CODE], '--url must be https://'],
    [['--url', 'http://heraut.example', '--code', CODE], 'without TLS the join code could be read'],
    [['--url', URL, '--code', CODE, '--modem', 'ttyUSB0'], '--modem ttyUSB0 must be a device'],
    [['--url', URL, '--code', CODE, '--force'], '--force'],
  ])('%j is told what to write instead', (args, message) => {
    expect(() => joinArguments(args)).toThrow(UsageError);
    expect(() => joinArguments(args)).toThrow(message);
  });
});

describe('what went wrong is said with what to do', () => {
  const failed = (code: string) =>
    new TypeError('fetch failed', { cause: Object.assign(new Error('because'), { code }) });
  it.each([
    ['ENOTFOUND', 'Check cable, DNS and firewall'],
    ['ECONNREFUSED', 'Check cable, DNS and firewall'],
    ['CERT_NOT_YET_VALID', 'Set the clock'],
    ['CERT_HAS_EXPIRED', 'Set the clock'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', "can't prove that it is the cloud"],
    ['ERR_TLS_CERT_ALTNAME_INVALID', "can't prove that it is the cloud"],
    ['EWHAT', 'because'],
  ])('no answer: %s', (code, message) => expect(connectionProblem(URL, failed(code)).message).toContain(message));

  it('no answer in time', () => {
    const late = Object.assign(new Error('late'), { name: 'TimeoutError' });
    expect(connectionProblem(URL, late).message).toContain('did not answer in time');
  });

  it.each([
    [403, { code: 'join-code-refused' }, 'Ask for a new one'],
    [429, { code: 'too-many-tries' }, 'Run it again in 60 minutes'],
    [422, { code: 'certificate-request-invalid', errors: [{ message: 'a weak key' }] }, 'a weak key'],
    [503, { code: 'temporarily-unavailable' }, 'the key is kept'],
    [404, undefined, 'There is no Heraut at'],
    [403, { code: 'wrong-origin' }, 'The cloud refused: wrong-origin'],
  ])('the answer %i %j', (status, problem, message) =>
    expect(answerProblem(URL, status, problem, '3600').message).toContain(message),
  );

  it.each([
    ['EACCES', 'Run it as root'],
    ['EROFS', 'The disk is read-only'],
    ['ENOSPC', 'The disk is full'],
    ['ENOENT', 'install -d /etc/heraut-edge'],
  ])('a file: %s', (code, message) =>
    expect(fileProblem('/etc/heraut-edge/config.json', Object.assign(new Error(), { code })).message).toContain(
      message,
    ),
  );
});

describe('join', () => {
  let folder: string;
  let server: Server;
  let asked: number;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heraut-join-'));
    asked = 0;
    server = createServer((_, response) => {
      asked += 1;
      response.writeHead(503, { 'content-type': 'application/problem+json' }).end('{"code":"temporarily-unavailable"}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });
  const run = (...more: string[]) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const files = ['--config', join(folder, 'config.json'), '--state', join(folder, 'state')];
    return joinCloud(joinArguments(['--url', url, '--code', CODE, ...files, ...more]), {
      print: () => {},
      note: () => {},
    });
  };

  it('S11 asks nothing where the answer could not be written: the code stays good', async () => {
    await writeFile(join(folder, 'config.json'), '{}');
    await expect(run()).rejects.toThrow('is there already');
    await rm(join(folder, 'config.json'));
    await writeFile(join(folder, 'state'), 'no folder');
    await expect(run()).rejects.toThrow("can't be written");
    await rm(join(folder, 'state'));
    await writeFile(join(folder, 'etc'), 'no folder');
    await expect(run('--config', join(folder, 'etc', 'config.json'))).rejects.toThrow("can't be written");
    expect(asked).toBe(0);
  });

  it('keeps its key when there is no certificate, and writes no configuration', async () => {
    await expect(run()).rejects.toThrow('the key is kept');
    await expect(run()).rejects.toThrow('the key is kept');
    expect(asked).toBe(2);
    expect(await readdir(join(folder, 'state', 'identity'))).toEqual(['new.key']);
    expect(await readdir(folder)).toEqual(['state']);
  });
});
