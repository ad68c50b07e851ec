import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { loadAfter } from '../support/after.ts';
import { loadFunctions } from '../support/functions.ts';
import { inboundOffice, MOBILE, workerWith } from '../support/inbound-office.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
let follow: Awaited<ReturnType<typeof loadAfter>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  follow = await loadAfter();
});

const GIVEN = '2026-01-05T09:00:00.000Z';

async function office() {
  const one = await inboundOffice(table, functions, follow);
  const { ask } = one;
  const { id: to } = (await ask(routes.createWorker, { body: workerWith(MOBILE) })).body;
  const text = 'Beste {{worker.givenName}}, wij hebben werk voor u';
  const template = { name: 'Werk', for: 'worker', language: 'nl', category: 'marketing', text };
  const { id: templateId } = (await ask(routes.createMessageTemplate, { body: template })).body;
  const agree = (givenAt = GIVEN) =>
    ask(routes.recordMarketingConsent, {
      body: { to, givenAt, source: 'Form on the website', textVersion: '2026-01' },
    });
  const advertise = () => one.post({ to, templateId });
  const notAgreed = { status: 422, body: { code: 'marketing-not-agreed' } };
  return { ...one, to, agree, advertise, notAgreed };
}

describe('marketing', () => {
  it('G2 goes to nobody who has not agreed before; when, how and to which text is kept', async () => {
    const { ask, to, agree, advertise, notAgreed } = await office();
    expect(await advertise()).toMatchObject(notAgreed);
    expect((await agree(new Date(Date.now() + 60_000).toISOString())).status).toBe(400);
    expect((await agree()).status).toBe(200);
    expect((await advertise()).status).toBe(202);
    const { body } = await ask(routes.getNumberChoices, { query: { to } });
    const consent = { givenAt: GIVEN, source: 'Form on the website', textVersion: '2026-01' };
    expect(body.items).toMatchObject([{ number: MOBILE, maySendMarketing: true, consent }]);
    const trail = await ask(routes.listAuditLines, { query: { record: to } });
    expect(trail.body.items).toContainEqual(expect.objectContaining({ action: 'marketing-agreed' }));
  });

  it('G3 says who sends it and how to end it, as the preview does; operational texts don’t', async () => {
    const { agree, advertise, message, post } = await office();
    await agree();
    const { body } = await advertise();
    expect((await message(body.id)).text).toBe(
      'Beste René, wij hebben werk voor u\nWest\nGeen sms meer? Antwoord STOP',
    );
    const other = await post({ text: 'Hallo' });
    expect((await message(other.body.id)).text).toBe('Hallo\nWest');
  });

  it('G2 needs a new agreement after a STOP, though that is undone', async () => {
    const { ask, receive, agree, advertise, notAgreed, post } = await office();
    await agree();
    await receive({ text: 'stop' });
    expect(await advertise()).toMatchObject({ status: 422, body: { code: 'recipient-opted-out' } });
    const [{ id: optOutId }] = (await ask(routes.listOptOuts)).body.items;
    await ask(routes.liftOptOut, { params: { optOutId }, body: { reason: 'Asked for again' } });
    expect((await post({ text: 'Hallo' })).status).toBe(202);
    expect(await advertise()).toMatchObject(notAgreed);
    await agree(new Date().toISOString());
    expect((await advertise()).status).toBe(202);
  });

  it('G2 G4 that waits is cancelled when the agreement is taken back; what is operational goes', async () => {
    const { ask, to, agree, advertise, message, post, notAgreed } = await office();
    await agree();
    const [{ body: waiting }, { body: other }] = [await advertise(), await post({ text: 'Hallo' })];
    const withdrawn = await ask(routes.withdrawMarketingConsent, { body: { to, reason: 'By mail' } });
    expect(withdrawn.body.items).toMatchObject([{ maySend: true, maySendMarketing: false }]);
    expect((await message(waiting.id)).state).toBe('cancelled');
    expect((await message(other.id)).state).toBe('accepted');
    expect(await advertise()).toMatchObject(notAgreed);
  });
});
