import { expect, it } from 'vitest';
import { batchRoutes } from '../../../contract/routes/batches/batches.ts';
import { routes } from '../../../contract/routes/index.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { useBatches } from '../../support/batches/use-batches.ts';
import { browserWith } from '../../support/staff.ts';

const { table, functions, agency: agencyWithBatches } = useBatches();

/** An agency that sends by websms and has a signature, with an employee who has one too. */
async function signedAgency() {
  const office = await agencyWithBatches();
  const { tenantId, agency } = office;
  const item = await table.get(keys.tenant(tenantId));
  const messaging = { ...(item?.['messaging'] as object), signature: 'Team West' };
  await table.write({ update: keys.tenant(tenantId), change: { set: { messaging, routes: ['websms'] } } });
  const { token } = await agency.session('messages:send', 'messages:read', 'employees:manage', 'employees:read');
  const staff = browserWith(functions(), [`__Host-heraut=${token}`]);
  const { id } = (await staff(routes.getSession)).body.employee;
  const params = { employeeId: id };
  const { name: called, language, phones, roles, version } = (await staff(routes.getEmployee, { params })).body;
  const headers = { 'if-match': `"${version}"` };
  const body = { name: called, language, phones, roles, smsSignature: 'Anna van West' };
  expect((await staff(routes.changeEmployee, { params, headers, body })).status).toBe(200);
  return { ...office, staff };
}
type Ask = Awaited<ReturnType<typeof signedAgency>>['ask'];

it('E4-3 an employee’s batch by a web provider is closed by the employee’s signature, a system’s by the agency’s, as single SMS are', async () => {
  const { ask, staff, work, accept, lines, uploaded } = await signedAgency();
  const headers = () => ({ 'idempotency-key': crypto.randomUUID() });
  async function textsOf(by: Ask) {
    const fields = { text: 'Goedemorgen', uploadId: await uploaded('to\n0612345678\n') };
    const { body: made } = await by(batchRoutes.createMessageBatch, { body: fields, headers: headers() });
    await work(made.id);
    await accept(made.id);
    await work(made.id);
    const [{ messageId }] = await lines(made.id);
    const single = await by(routes.sendMessage, {
      body: { text: 'Goedemorgen', to: '0612345678' },
      headers: headers(),
    });
    const text = async (id: string) => (await ask(routes.getMessage, { params: { messageId: id } })).body.text;
    return [await text(messageId), await text(single.body.id)];
  }
  const [ofEmployee, single] = await textsOf(staff as Ask);
  expect(ofEmployee).toContain('Goedemorgen\nAnna van West');
  expect(ofEmployee).toBe(single);
  const [ofSystem, singleOfSystem] = await textsOf(ask);
  expect(ofSystem).toContain('Goedemorgen\nTeam West');
  expect(ofSystem).toBe(singleOfSystem);
});
