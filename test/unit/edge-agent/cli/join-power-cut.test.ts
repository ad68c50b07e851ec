import 'reflect-metadata';
import { createPublicKey, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { Pkcs10CertificateRequest } from '@peculiar/x509';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { joinCloud } from '../../../../edge-agent/src/cli/join.ts';
import { joinArguments } from '../../../../edge-agent/src/cli/join-arguments.ts';
import { FolderIdentityStore } from '../../../../edge-agent/src/identity/identity-store.ts';
import { Certificates, type SignedCertificate } from '../../../../local/certificates.ts';
import { PowerCut, power } from '../../../support/edge/cut-files.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('../../../support/edge/cut-files.ts')).cutFiles(await original()),
);

const CODE = `hj_ten_${'0'.repeat(26)}.box_${'0'.repeat(26)}.ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345`;
let folder: string;
let server: Server;
/** by the public key that asked: the code is good for the first one alone */
let issued: Map<string, SignedCertificate>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heraut-join-'));
  issued = new Map();
  const certificates = new Certificates(join(folder, 'authority'));
  await certificates.broker();
  const authority = await readFile(certificates.authority, 'utf8');
  server = createServer(async (request, response) => {
    const { csr } = (await json(request)) as { csr: string };
    const { publicKey } = new Pkcs10CertificateRequest(csr);
    const key = createPublicKey(publicKey.toString('pem')).export({ format: 'jwk' }).x ?? '';
    const certificate = issued.get(key) ?? (issued.size === 0 ? await certificates.sign(csr) : undefined);
    if (!certificate) {
      response.writeHead(403, { 'content-type': 'application/problem+json' }).end('{"code":"join-code-refused"}');
      return;
    }
    issued.set(key, certificate);
    const thing = certificate.commonName;
    const cloud = { host: 'broker.example', port: 8883, at: new Date().toISOString() };
    response
      .writeHead(201, { 'content-type': 'application/json' })
      .end(JSON.stringify({ thing, certificate: certificate.pem, authority, ...cloud }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  power.actsLeft = Number.POSITIVE_INFINITY;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

it('S11 after a power cut at any act of joining the same command ends it, with the same code', async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let acts = 0;
  for (let cut = true; cut; acts += 1) {
    issued.clear();
    const box = join(folder, randomUUID());
    const config = join(box, 'etc', 'config.json');
    const given = joinArguments(['--url', url, '--code', CODE, '--config', config, '--state', join(box, 'state')]);
    const run = () => joinCloud(given, { print: () => {}, note: () => {} });

    power.actsLeft = acts;
    const first = await run().catch((error: unknown) => error);
    cut = first instanceof PowerCut;
    expect(cut || first === 0, String(first)).toBe(true);
    power.actsLeft = Number.POSITIVE_INFINITY;
    // Cut behind the configuration's name there is nothing left to do.
    await run().catch((error: Error) => expect(error.message, `cut at act ${acts}`).toContain('is there already'));

    const [certificate] = issued.values();
    const [identity] = await new FolderIdentityStore(join(box, 'state', 'identity')).candidates();
    expect(identity?.fingerprint, `cut at act ${acts}`).toBe(certificate?.fingerprint);
    expect(JSON.parse(await readFile(config, 'utf8'))).toMatchObject({ thing: certificate?.commonName });
  }
  expect(acts).toBeGreaterThan(15);
});
