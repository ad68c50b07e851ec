import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailOutcomes } from '../../contract/catalogues/mail-outcomes.ts';
import { scopeNames } from '../../contract/permissions.ts';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
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
let strangersToken: string;

const TEXT = {
  subject: 'Welkom bij {{tenant}}',
  body: 'Beste {{worker}},\n\n{{loginName}}\nWachtwoord {{password}}\n\n{{website}}',
};
const TEMPLATE = { name: 'Welkom', type: 'worker-login-data', texts: { nl: TEXT } };

beforeAll(async () => {
  server = await startMailServer();
  functions = await loadFunctions(name, undefined, server.url);
  const [agency, stranger] = [await makeAgency(accessOn(table)), await makeAgency(accessOn(table))];
  token = (await agency.apiToken([...scopeNames])).token;
  strangersToken = (await stranger.apiToken([...scopeNames])).token;
  const correspondence = {
    mailOnAccessChange: true,
    disclaimer: { nl: 'Vertrouwelijk.' },
    mailPolicy: 'general',
    mailSender: { name: 'De Brug', address: 'noreply@debrug.example' },
  };
  const body = { correspondence, loginPrefix: 'EF' };
  expect((await ask(routes.changeSettings, { body, headers: { 'if-match': '"0"' } })).status).toBe(200);
});
afterAll(() => server.stop());

function ask(route: Route, input: EventInput = {}, as = token) {
  const headers = { authorization: `Bearer ${as}`, 'idempotency-key': crypto.randomUUID(), ...input.headers };
  return send(functions, route, { ...input, headers });
}
const create = (body: object = TEMPLATE, as = token) => ask(routes.createMailTemplate, { body }, as);
const made = async (as = token): Promise<string> => (await create(TEMPLATE, as)).body.id;
async function worker(): Promise<{ workerId: string; address: string }> {
  const address = `${crypto.randomUUID()}@mail.example`;
  const body = { givenName: 'René', familyName: 'Jansen', language: 'nl', mailAddresses: [address] };
  return { workerId: (await ask(routes.createWorker, { body })).body.id, address };
}

describe('mail templates', () => {
  it('E1-10 are made, read, changed by one editor at a time, listed and removed', async () => {
    const created = await create();
    expect(created).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { ...TEMPLATE, version: 1 } });
    const params = { mailTemplateId: created.body.id };
    expect((await ask(routes.getMailTemplate, { params })).body).toEqual(created.body);
    const change = (version: number) =>
      ask(routes.changeMailTemplate, {
        params,
        body: { ...TEMPLATE, name: 'Aangepast' },
        headers: { 'if-match': `"${version}"` },
      });
    expect(await change(1)).toMatchObject({ status: 200, body: { name: 'Aangepast', version: 2 } });
    expect(await change(1)).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } });
    const listed = await ask(routes.listMailTemplates, { query: { search: 'aange' } });
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([created.body.id]);
    const remove = () => ask(routes.removeMailTemplate, { params, headers: { 'if-match': '"2"' } });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect((await ask(routes.getMailTemplate, { params })).status).toBe(404);
  });

  it('E1-10 with faults are refused, and each fault is named with where it is', async () => {
    const texts = {
      nl: { subject: '{{password}}', body: 'Hallo {{naam}}\n{{loginName}}' },
      pl: { ...TEXT, body: `${TEXT.body}\n{{` },
    };
    const { status, body } = await create({ ...TEMPLATE, texts });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { path: 'texts.nl.subject', message: expect.stringContaining('leave {{password}} out') },
      {
        path: 'texts.nl.body',
        message: expect.stringMatching(/^Line 1: \{\{naam\}\} is no placeholder; there are worker,/),
      },
      { path: 'texts.nl.body', message: expect.stringContaining('{{password}} is missing') },
      { path: 'texts.pl.body', message: expect.stringMatching(/^Line 7: /) },
    ]);
  });

  it.each([
    ['without a text', { texts: {} }, 'texts'],
    ['of an unknown type', { type: 'other' }, 'type'],
    [
      'with a subject of two lines',
      { texts: { nl: { ...TEXT, subject: 'a\r\nBcc: b@example.com' } } },
      'texts.nl.subject',
    ],
    [
      'with too long a text',
      { texts: { nl: { ...TEXT, body: `${TEXT.body}${'x'.repeat(10_000)}` } } },
      'texts.nl.body',
    ],
  ])('%s are refused', async (_, wrong, path) => {
    const { status, body } = await create({ ...TEMPLATE, ...wrong });
    expect({ status, paths: body.errors.map((error: { path: string }) => error.path) }).toEqual({
      status: 400,
      paths: [path],
    });
  });
});

describe('the mail with login data', () => {
  it('E1-10 A3 is written by the template that was picked, and previewed without a password', async () => {
    const templateId = await made();
    const { workerId, address } = await worker();
    const params = { workerId, action: 'enable' };
    const preview = await ask(routes.previewPortalMail, {
      params,
      body: { templateId },
      headers: { 'accept-language': 'nl' },
    });
    expect(preview).toMatchObject({
      status: 200,
      body: {
        to: address,
        text: expect.stringMatching(/^Beste René Jansen,\n\nEF_Rene\*{5}\nWachtwoord \*{8}\n\nVertrouwelijk\.$/),
        expectedMail: { outcome: 'sent', message: mailOutcomes.nl.sent },
      },
    });
    expect((await ask(routes.getPortalAccess, { params: { workerId } })).body.status).toBe('disabled');
    expect((await ask(routes.actOnPortalAccess, { params, body: { templateId } })).body.mail.outcome).toBe('sent');
    const [mail] = (await server.mails()).filter(({ destination }) => destination.to.includes(address));
    expect(mail?.subject).toMatch(/^Welkom bij Agency/);
    expect(mail?.body.text).toMatch(/EF_Rene\d{5}\s+Wachtwoord [a-km-z2-9]{4}-/);
    expect(mail?.body.html).toMatch(/Wachtwoord [a-km-z2-9]{4}-/);
  });

  it('A21 takes no template of another agency, and does nothing then', async () => {
    const templateId = await made(strangersToken);
    const { workerId } = await worker();
    for (const route of [routes.previewPortalMail, routes.actOnPortalAccess])
      expect(await ask(route, { params: { workerId, action: 'enable' }, body: { templateId } })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'templateId', message: `There is no ${templateId}` }] },
      });
    expect((await ask(routes.getPortalAccess, { params: { workerId } })).body.status).toBe('disabled');
  });

  it('takes no other entry of the directory for a template', async () => {
    const { workerId } = await worker();
    const body = { templateId: workerId.replace('wrk_', 'tpl_') };
    expect((await ask(routes.actOnPortalAccess, { params: { workerId, action: 'enable' }, body })).status).toBe(400);
  });
});
