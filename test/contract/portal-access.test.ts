import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailOutcomes } from '../../contract/catalogues/mail-outcomes.ts';
import { scopeNames } from '../../contract/permissions.ts';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { PortalAction } from '../../contract/routes/portal-access.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency } from '../support/agency.ts';
import type { EventInput } from '../support/api-event.ts';
import { loadFunctions, send } from '../support/functions.ts';
import { startMailServer } from '../support/mail-server.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let server: Awaited<ReturnType<typeof startMailServer>>;
let functions: Record<ApiFunction, ApiHandler>;
let token: string;
let agencyName: string;
let mails = 0;

beforeAll(async () => {
  server = await startMailServer();
  functions = await loadFunctions(name, undefined, server.url);
  const agency = await makeAgency(accessOn(table));
  agencyName = agency.tenant.name;
  token = (await agency.apiToken([...scopeNames])).token;
  const settings = {
    correspondence: {
      website: 'www.flexwerker.com',
      mailOnAccessChange: true,
      disclaimer: { pl: 'Wiadomość poufna.' },
      mailPolicy: 'general',
      generalAddress: 'info@debrug.example',
      mailSender: { name: 'Uitzendbureau De Brug – Łódź & omstreken', address: 'noreply@debrug.example' },
    },
    loginPrefix: 'EF',
  };
  expect(await ask(routes.changeSettings, { body: settings, headers: { 'if-match': '"0"' } })).toMatchObject({
    status: 200,
    body: { ...settings, version: 1 },
  });
});
afterAll(() => server.stop());

function ask(route: Route, input: EventInput = {}) {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID(), ...input.headers };
  return send(functions, route, { ...input, headers });
}
async function newWorker(of: object = {}): Promise<string> {
  mails += 1;
  const mailAddresses = [`worker${mails}@mail.example`];
  const body = { givenName: 'René', familyName: 'Jansen', language: 'nl', mailAddresses, ...of };
  return (await ask(routes.createWorker, { body })).body.id;
}
const act = (workerId: string, action: PortalAction, body: object = {}, headers = {}) =>
  ask(routes.actOnPortalAccess, { params: { workerId, action }, body, headers });
const access = async (workerId: string) => (await ask(routes.getPortalAccess, { params: { workerId } })).body;

describe('portal access', () => {
  it('E1-5 E1-21 is disabled at first, and only enabling is offered', async () => {
    const workerId = await newWorker();
    expect(await access(workerId)).toEqual({
      status: 'disabled',
      website: 'www.flexwerker.com',
      mailAddresses: [expect.stringMatching(/^worker/)],
      mailProblems: [],
      actions: ['enable'],
      expectedMail: { outcome: 'sent', message: mailOutcomes.en.sent },
    });
  });

  it('E1-2 E1-13 is enabled with login data that are mailed, and shown nowhere else', async () => {
    const workerId = await newWorker({ mailAddresses: ['rene@mail.example'] });
    const answer = await act(workerId, 'enable', { slipIfNotMailed: true });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        access: { status: 'enabled', loginName: expect.stringMatching(/^EF_Rene\d{5}$/), password: '********' },
        mail: { outcome: 'sent' },
      },
    });
    expect(answer.body.slip).toBeUndefined();
    const [mail] = (await server.mails()).filter(({ destination }) => destination.to.includes('rene@mail.example'));
    expect(mail?.subject).toBe(`Uw account bij ${agencyName} is geactiveerd`);
    expect(mail?.from).toContain('noreply@debrug.example');
    expect(mail?.replyTo).toEqual(['info@debrug.example']);
    const password = /Wachtwoord: (\S+)/.exec(mail?.body.text ?? '')?.[1] ?? '';
    expect(password).toMatch(/^([a-km-z2-9]{4}-){3}[a-km-z2-9]{4}$/);
    expect(mail?.body.html).toContain(password);
    expect(JSON.stringify([answer, await access(workerId)])).not.toContain(password);
  });

  it('E1-9 goes through without an address, and says in the employee’s language that no confirmation can be sent', async () => {
    const workerId = await newWorker({ mailAddresses: [] });
    expect((await access(workerId)).expectedMail.outcome).toBe('no-address');
    const { status, body } = await act(workerId, 'enable', { slipIfNotMailed: true }, { 'accept-language': 'nl' });
    expect({ status, outcome: body.mail.outcome }).toEqual({ status: 200, outcome: 'no-address' });
    expect(body.mail.message).toBe('Er kan geen bevestiging worden verstuurd: er is geen e-mailadres ingegeven.');
    expect(body.slip).toEqual({
      loginName: body.access.loginName,
      password: expect.stringMatching(/^\S{19}$/),
      validUntil: body.access.issuedUntil,
    });
  });

  it('E1-12 stands when the mail service does not take the mail', async () => {
    const workerId = await newWorker({ mailAddresses: ['jan@mail.example'] });
    await server.stop();
    try {
      const { status, body } = await act(workerId, 'enable', {}, { 'accept-language': 'nl' });
      expect({ status, mail: body.mail }).toEqual({
        status: 200,
        mail: { outcome: 'not-confirmed', message: 'Actie is niet via e-mail bevestigd.' },
      });
      expect(body.slip).toBeUndefined();
      expect(body.access.status).toBe('enabled');
    } finally {
      await server.start();
    }
  });

  it('E1-21 refuses what its status does not allow, with the reason', async () => {
    const workerId = await newWorker();
    for (const action of ['disable', 'new-login-data', 'block', 'grant'] as const)
      expect(await act(workerId, action)).toMatchObject({
        status: 409,
        body: {
          code: 'action-not-possible',
          errors: [{ path: 'status', message: expect.stringContaining('disabled') }],
        },
      });
    expect((await ask(routes.listWorkerNotifications, { params: { workerId } })).body.items).toEqual([]);
  });

  it('E1-13 E1-16 each change lies in the worker’s file, newest first, with what became of its mail', async () => {
    const workerId = await newWorker();
    for (const action of ['enable', 'block', 'grant', 'new-login-data', 'disable'] as const)
      expect((await act(workerId, action)).status).toBe(200);
    const { body } = await ask(routes.listWorkerNotifications, { params: { workerId }, query: { limit: '3' } });
    expect(
      body.items.map(({ kind, mail, by }: { kind: string; mail: string; by: string }) => [kind, mail, by]),
    ).toEqual([
      ['portal-access-disable', 'sent', expect.stringMatching(/^tok_/)],
      ['portal-access-new-login-data', 'sent', expect.stringMatching(/^tok_/)],
      ['portal-access-grant', 'sent', expect.stringMatching(/^tok_/)],
    ]);
    const query = { limit: '3', cursor: body.nextCursor };
    const rest = await ask(routes.listWorkerNotifications, { params: { workerId }, query });
    expect(rest.body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'portal-access-block',
      'portal-access-enable',
    ]);
    expect(await access(workerId)).toMatchObject({ status: 'disabled', actions: ['enable'] });
  });

  it('A19 of ten employees who enable it at once one does, and one mail goes out', async () => {
    const workerId = await newWorker({ mailAddresses: ['drukte@mail.example'] });
    const answers = await Promise.all(Array.from({ length: 10 }, () => act(workerId, 'enable')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    const sent = (await server.mails()).filter(({ destination }) => destination.to.includes('drukte@mail.example'));
    expect(sent).toHaveLength(1);
  });

  it('keeps its worker in the directory: removed while a login is there, that would stay for ever', async () => {
    const workerId = await newWorker();
    const remove = () => ask(routes.removeWorker, { params: { workerId }, headers: { 'if-match': '"1"' } });
    const refused = { status: 409, body: { code: 'still-in-use' } };
    await act(workerId, 'enable');
    expect(await remove()).toMatchObject(refused);
    await act(workerId, 'block');
    expect(await remove()).toMatchObject(refused);
    await act(workerId, 'new-login-data');
    await act(workerId, 'disable');
    expect((await remove()).status).toBe(204);
    expect((await act(workerId, 'enable')).status).toBe(404);
  });

  it('is never enabled for a worker who is removed at the same moment', async () => {
    const workerId = await newWorker();
    const [enabled, removed] = await Promise.all([
      act(workerId, 'enable'),
      ask(routes.removeWorker, { params: { workerId }, headers: { 'if-match': '"1"' } }),
    ]);
    expect([
      [200, 409],
      [404, 204],
    ]).toContainEqual([enabled.status, removed.status]);
  });

  it('E1-1 no two workers of a name get the same login name', async () => {
    const workers = await Promise.all(Array.from({ length: 10 }, () => newWorker()));
    const names = await Promise.all(workers.map(async (id) => (await act(id, 'enable')).body.access.loginName));
    expect(new Set(names).size).toBe(10);
  });
});
