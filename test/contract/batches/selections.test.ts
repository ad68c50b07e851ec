import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../contract/routes/index.ts';
import { agencyWithBatches } from '../../support/batches/agency.ts';
import { loadFunctions } from '../../support/functions.ts';
import { asSent } from '../../support/offered-sms.ts';
import { useTable } from '../../support/table.ts';

const { table, name } = useTable();
let functions: Awaited<ReturnType<typeof loadFunctions>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
});

type Agency = Awaited<ReturnType<typeof agencyWithBatches>>;

const worker = async ({ ask }: Agency, number: string, givenName = 'Anna') => {
  const phones = [{ number, mobile: true }];
  return (await ask(routes.createWorker, { body: { givenName, familyName: 'Bos', language: 'nl', phones } })).body.id;
};
const selectionOf = async ({ ask }: Agency) =>
  (await ask(routes.createSelection, { body: { name: 'Nachtdienst', kind: 'worker' } })).body.id as string;

describe('a kept selection', () => {
  it('E3-4 is named, grows, shrinks, is listed and cleared, each record being in it once', async () => {
    const agency = await agencyWithBatches(functions, table);
    const { ask } = agency;
    const ids = [await worker(agency, '0612345678'), await worker(agency, '0612345679', 'Piet')];
    const params = { selectionId: await selectionOf(agency) };
    await ask(routes.addMembers, { params, body: { ids: ids.slice(0, 1) } });
    const grown = await ask(routes.addMembers, { params, body: { ids } });
    expect(grown.body).toMatchObject({ name: 'Nachtdienst', members: 2 });
    const members = await ask(routes.listMembers, { params });
    expect(members.body.items).toEqual([
      { id: ids[0], name: 'Anna Bos' },
      { id: ids[1], name: 'Piet Bos' },
    ]);
    expect((await ask(routes.removeMembers, { params, body: { ids: ids.slice(1) } })).body.members).toBe(1);
    expect((await ask(routes.renameSelection, { params, body: { name: 'Dagdienst' } })).body.name).toBe('Dagdienst');
    expect((await ask(routes.clearSelection, { params })).body.members).toBe(0);
    expect((await ask(routes.listSelections)).body.items).toMatchObject([{ name: 'Dagdienst', members: 0 }]);
    expect((await ask(routes.removeSelection, { params })).status).toBe(204);
    expect((await ask(routes.getSelection, { params })).status).toBe(404);
  });

  it('E3-4 takes what is added at the same time, all of it', async () => {
    const agency = await agencyWithBatches(functions, table);
    const ids = await Promise.all([1, 2, 3, 4].map((last) => worker(agency, `061234567${last}`)));
    const params = { selectionId: await selectionOf(agency) };
    await Promise.all(ids.map((id) => agency.ask(routes.addMembers, { params, body: { ids: [id] } })));
    expect((await agency.ask(routes.getSelection, { params })).body.members).toBe(4);
  });

  it('is its owner’s alone, and takes only what is there, of its kind, and may be seen', async () => {
    const agency = await agencyWithBatches(functions, table);
    const params = { selectionId: await selectionOf(agency) };
    const unknown = 'wrk_01JD0000000000000000000000';
    const answer = await agency.ask(routes.addMembers, { params, body: { ids: [unknown] } });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'ids', message: `There is no ${unknown}` }] },
    });
    const { token } = await agency.agency.apiToken(['messages:send']);
    const headers = { authorization: `Bearer ${token}` };
    expect((await agency.ask(routes.getSelection, { params, headers })).status).toBe(404);
    const body = { name: 'Nachtdienst', kind: 'worker' };
    expect((await agency.ask(routes.createSelection, { headers, body })).status).toBe(403);
  });

  it('E3-4 gets a batch with each text filled in for its recipient; what is done with it later changes no batch', async () => {
    const agency = await agencyWithBatches(functions, table);
    const { ask } = agency;
    const ids = [await worker(agency, '0612345678'), await worker(agency, '020 123 4567', 'Piet')];
    const params = { selectionId: await selectionOf(agency) };
    await ask(routes.addMembers, { params, body: { ids } });
    const template = { name: 'Dienst', for: 'worker', category: 'operational', text: 'Dag {{worker.givenName}}' };
    const made = await ask(routes.createMessageTemplate, { body: { ...template, language: 'nl' } });
    const { body } = await ask(routes.createMessageBatch, { body: { ...params, templateId: made.body.id } });
    await ask(routes.clearSelection, { params });
    await agency.work(body.id);
    await agency.accept(body.id);
    await agency.work(body.id);
    const lines = await agency.lines(body.id);
    const [sent] = lines.filter(({ messageId }) => messageId !== undefined);
    expect((await ask(routes.getMessage, { params: { messageId: sent.messageId } })).body).toMatchObject({
      ...{ text: asSent('Dag Anna'), to: '+31612345678', recordId: ids[0] },
    });
    expect(lines.filter(({ errors }) => errors)).toMatchObject([
      { to: ids[1], errors: [{ path: 'to', message: '020 123 4567 is no mobile number' }] },
    ]);
  });
});
