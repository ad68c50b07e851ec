import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BOXES_AT_MOST } from '../../contract/boxes-at-most.ts';
import { parseJoinCode } from '../../contract/join-code.ts';
import type { ApiFunction } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { BoxRepository } from '../../functions/adapters/dynamodb/box-repository.ts';
import { keys } from '../../functions/adapters/dynamodb/keys.ts';
import { LIMITS } from '../../functions/domain/limits/limits.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import { anyRequest, newRequest } from '../support/certificate-requests.ts';
import { type Answered, loadFunctions, send } from '../support/functions.ts';
import { type IotServer, startIotServer } from '../support/iot-server.ts';
import { atOneMoment } from '../support/limits.ts';
import { readyBox } from '../support/messages.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Record<ApiFunction, ApiHandler>;
let iot: IotServer;
let authorization: string;
let tenantId: string;
/** each test comes from an address of its own, as there is a limit for each */
let address = 0;

beforeAll(async () => {
  iot = await startIotServer();
  functions = await loadFunctions(name, undefined, undefined, iot.url);
  const agency = await makeAgency(accessOn(table));
  tenantId = agency.tenant.tenantId;
  authorization = `Bearer ${(await agency.apiToken(['boxes:manage', 'boxes:read'])).token}`;
});
afterAll(() => iot.close());
beforeEach(() => {
  address += 1;
  iot.works = true;
});

async function addBox(key: string = crypto.randomUUID()) {
  const headers = { authorization, 'idempotency-key': key };
  const { status, body } = await send(functions, routes.addBox, { headers, body: { name: 'Kantoor Utrecht' } });
  expect(status).toBe(201);
  return body as { id: string; thing: string; joinCode: string; joinCodeExpiresAt: string; command: string };
}
const join = (code: string, csr: string): Promise<Answered> =>
  send(functions, routes.joinBox, { body: { code, csr }, address: `192.0.2.${address}` });
const remove = (boxId: string) => send(functions, routes.removeBox, { headers: { authorization }, params: { boxId } });
const problemOf = ({ status, body }: Answered) => ({ status, code: body.code, detail: body.detail });
const REFUSED = { status: 403, code: 'join-code-refused', detail: expect.any(String) };

describe('adding a box', () => {
  it('S11 shows the join code once, with the command for the installer, and keeps its hash alone', async () => {
    const { id, thing, joinCode, joinCodeExpiresAt, command } = await addBox();
    expect(thing).toBe(`${tenantId}:${id}`);
    expect(command).toBe(`heraut-edge join --url http://localhost --code ${joinCode}`);
    expect(Date.parse(joinCodeExpiresAt) - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    const { secret = '' } = parseJoinCode(joinCode) ?? {};
    const stored = JSON.stringify(await table.get(keys.boxAccess(tenantId, id)));
    expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{28}$/);
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(joinCode);
  });

  it('repeated with its key gives the same box, with a new code: the one before is void', async () => {
    const key = crypto.randomUUID();
    const [first, second] = [await addBox(key), await addBox(key)];
    expect(second.id).toBe(first.id);
    const { csr } = await newRequest(first.thing);
    expect(problemOf(await join(first.joinCode, csr))).toEqual(REFUSED);
    expect((await join(second.joinCode, csr)).status).toBe(201);
  });

  it('stops at the limit, counts none that was removed, and repeats what was asked before', async () => {
    const agency = await makeAgency(accessOn(table));
    const headers = { authorization: `Bearer ${(await agency.apiToken(['boxes:manage'])).token}` };
    const ask = (key: string) =>
      send(functions, routes.addBox, { headers: { ...headers, 'idempotency-key': key }, body: { name: 'Office' } });
    const boxes = new BoxRepository(table);
    const key = crypto.randomUUID();
    const first = await ask(key);
    for (let there = 1; there < BOXES_AT_MOST; there += 1)
      await boxes.add(readyBox({ tenantId: agency.tenant.tenantId }));
    expect(await ask(crypto.randomUUID())).toMatchObject({ status: 409, body: { code: 'too-many-boxes' } });
    expect(await ask(key)).toMatchObject({ status: 201, body: { id: first.body.id } });
    const box = await boxes.find(agency.tenant.tenantId, first.body.id);
    expect(box && (await boxes.remove(box, new Date()))).toBe(true);
    expect((await ask(crypto.randomUUID())).status).toBe(201);
  });
});

describe('a box that joins', () => {
  it('S11 gets a certificate of its own key under its own name, and whom to trust and where to connect', async () => {
    const { thing, joinCode } = await addBox();
    const { csr, privateKey } = await newRequest(thing);
    const { status, body } = await join(joinCode, csr);
    expect(status).toBe(201);
    expect(body).toEqual({
      thing,
      certificate: expect.stringContaining('BEGIN CERTIFICATE'),
      authority: 'of nobody',
      host: 'localhost',
      port: 8883,
      at: expect.any(String),
    });
    const certificate = new X509Certificate(body.certificate);
    expect(certificate.subject).toBe(`CN=${thing}`);
    expect(privateKey).not.toContain(body.certificate);
    expect(iot.register.certificates[certificate.fingerprint256.replaceAll(':', '').toLowerCase()]).toMatchObject({
      status: 'ACTIVE',
      policies: ['test-box'],
      things: [thing],
    });
  });

  it('S11 that lost the answer gets the same certificate again for the same key', async () => {
    const { thing, joinCode } = await addBox();
    const { csr } = await newRequest(thing);
    const [first, second] = [await join(joinCode, csr), await join(joinCode, csr)];
    expect(second.body.certificate).toBe(first.body.certificate);
  });

  it('S11 wrong, used for another key, void and expired codes are refused alike', async () => {
    const [box, other] = [await addBox(), await addBox()];
    const { csr } = await newRequest(box.thing);
    await join(box.joinCode, csr);
    const late = await addBox();
    await table.write({
      update: keys.boxAccess(tenantId, late.id),
      change: { set: { joinCode: { secretHash: 'x', expiresAt: '2026-01-01T00:00:00.000Z' } } },
    });
    const answers = [
      await join(box.joinCode, (await newRequest(box.thing)).csr),
      await join(other.joinCode.replace(other.id, box.id), csr),
      await join(late.joinCode, (await newRequest(late.thing)).csr),
      await join('hj_', csr),
    ];
    expect(answers.map(problemOf)).toEqual(answers.map(() => REFUSED));
    const bodies = answers.map(({ body }) => body);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it.each([
    ['of another name', () => anyRequest('CN=ten_1:box_1', 'p256')],
    ['with more than its name', (thing: string) => anyRequest(`CN=${thing}, O=Acme`, 'p256')],
    ['without a name', () => anyRequest('', 'p256')],
    ['with a weak key', (thing: string) => anyRequest(`CN=${thing}`, 'rsa1024')],
    ['of another curve', (thing: string) => anyRequest(`CN=${thing}`, 'p384')],
    ['that is none', async () => 'a request'],
  ])('is told what is wrong with a request %s, and the code is still good', async (_, request) => {
    const { thing, joinCode } = await addBox();
    const answer = await join(joinCode, await request(thing));
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'certificate-request-invalid', errors: [{ path: 'csr' }] });
    expect((await join(joinCode, await anyRequest(`CN=${thing}`, 'rsa2048'))).status).toBe(201);
  });

  it('gets its certificate when AWS IoT was out of reach at first', async () => {
    const { thing, joinCode } = await addBox();
    const { csr } = await newRequest(thing);
    iot.works = false;
    expect((await join(joinCode, csr)).status).toBe(503);
    iot.works = true;
    expect((await join(joinCode, csr)).status).toBe(201);
  });

  it('S11 A15 is stopped after some tries at one box, and after some from one address, each within an hour', () =>
    atOneMoment(async () => {
      const { thing, joinCode } = await addBox();
      const { csr } = await newRequest(thing);
      const wrong = joinCode.slice(0, -4) + (joinCode.endsWith('0000') ? '1111' : '0000');
      const [atBox, fromAddress] = [LIMITS['join-box'].most, LIMITS['join-address'].most];
      for (let tries = 0; tries < atBox; tries++) expect((await join(wrong, csr)).status).toBe(403);
      const stopped = await join(joinCode, csr);
      expect(problemOf(stopped)).toMatchObject({ status: 429, code: 'too-many-tries' });
      expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(stopped.headers['retry-after'])).toBeLessThanOrEqual(3600);
      for (let tries = atBox + 1; tries < fromAddress; tries++) expect((await join('hj_', csr)).status).toBe(403);
      const { joinCode: right, thing: another } = await addBox();
      const request = await newRequest(another);
      expect((await join(right, request.csr)).status).toBe(429);
      address += 1;
      expect((await join(right, request.csr)).status).toBe(201);
    }));
});

describe('removing a box', () => {
  it('S13 makes its certificates inactive, ends its connection, and it is gone from the list', async () => {
    const { id, thing, joinCode } = await addBox();
    await join(joinCode, (await newRequest(thing)).csr);
    iot.calls.length = 0;
    expect((await remove(id)).status).toBe(204);
    const mine = Object.values(iot.register.certificates).filter(({ commonName }) => commonName === thing);
    expect(mine).toMatchObject([{ status: 'INACTIVE', policies: [], things: [] }]);
    expect(iot.calls.at(-1)).toBe(`DELETE /connections/${thing}`);
    const { body } = await send(functions, routes.listBoxes, { headers: { authorization } });
    expect(body.items.map((box: { id: string }) => box.id)).not.toContain(id);
    expect((await remove(id)).status).toBe(404);
    const renewed = await send(functions, routes.renewJoinCode, { headers: { authorization }, params: { boxId: id } });
    expect(renewed.status).toBe(404);
  });

  it('S13 that AWS IoT could not be asked for is finished when it is asked for again', async () => {
    const { id, thing, joinCode } = await addBox();
    await join(joinCode, (await newRequest(thing)).csr);
    iot.works = false;
    expect((await remove(id)).status).toBe(503);
    iot.works = true;
    expect((await remove(id)).status).toBe(204);
    const mine = Object.values(iot.register.certificates).filter(({ commonName }) => commonName === thing);
    expect(mine).toMatchObject([{ status: 'INACTIVE' }]);
  });

  it('S13 goes on when a certificate is gone from AWS IoT already', async () => {
    const { id, thing, joinCode } = await addBox();
    await join(joinCode, (await newRequest(thing)).csr);
    const { certificates } = iot.register;
    for (const [one, { commonName }] of Object.entries(certificates))
      if (commonName === thing) delete certificates[one];
    expect((await remove(id)).status).toBe(204);
  });

  it('voids its join code', async () => {
    const { id, thing, joinCode } = await addBox();
    await remove(id);
    expect(problemOf(await join(joinCode, (await newRequest(thing)).csr))).toEqual(REFUSED);
  });
});
