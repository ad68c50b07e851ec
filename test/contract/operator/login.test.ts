import { beforeAll, describe, expect, it } from 'vitest';
import { permissionNames } from '../../../contract/permissions.ts';
import { type ApiFunction, type Route, routeKey } from '../../../contract/route.ts';
import { routes } from '../../../contract/routes/index.ts';
import { totpCode } from '../../../functions/adapters/crypto/totp.ts';
import { InvitationRepository } from '../../../functions/adapters/dynamodb/invitation-repository.ts';
import { inviteOperator, removeOperator } from '../../../functions/domain/operator/keep-operator.ts';
import type { ApiHandler } from '../../../functions/http/create-api.ts';
import { accessOn, anAddress, makeAgency, PASSWORD } from '../../support/agency.ts';
import { type Answered, loadFunctions, send } from '../../support/functions.ts';
import { newId } from '../../support/messages.ts';
import { loggedInOperator } from '../../support/operators.ts';
import { browserWith } from '../../support/staff.ts';
import { useTable } from '../../support/table.ts';

const { table, name } = useTable();
const access = accessOn(table);
const inviting = { ...access, invitations: new InvitationRepository(table), sessionsLeft: () => {} };
let functions: Record<ApiFunction, ApiHandler>;
let agency: Awaited<ReturnType<typeof makeAgency>>;
beforeAll(async () => {
  functions = await loadFunctions(name);
  agency = await makeAgency(access);
});

const browser = ({ cookies }: Answered) => browserWith(functions, cookies);
const logIn = (loginName: string, password: string, tenant = 'operator') =>
  send(functions, routes.logIn, { address: anAddress(), body: { tenant, loginName, password } });
const somebody = () => ({ name: 'Piet', language: 'nl' as const, mailAddress: `${newId('emp')}@operator.example` });

/** An operator who came by the invitation of the command. */
async function accepted(operator = somebody()) {
  const { token } = await inviteOperator(inviting, operator);
  const loginName = newId('emp');
  const answer = await send(functions, routes.acceptInvitation, {
    address: anAddress(),
    body: { token, loginName, password: PASSWORD },
  });
  return { operator, loginName, answer };
}

describe('an operator', () => {
  it('B13 A22 is invited by a link, and can do nothing before a second factor is set up', async () => {
    const { answer, loginName } = await accepted();
    expect(answer).toMatchObject({
      status: 201,
      body: { tenant: { slug: 'operator' }, operator: { loginName }, pending: 'enrol-second-factor', permissions: [] },
    });
    const ask = browser(answer);
    expect(await ask(routes.listTenants)).toMatchObject({ status: 403, body: { code: 'second-factor-required' } });
    const { secret } = (await ask(routes.beginTotp)).body;
    const open = await ask(routes.confirmTotp, { body: { code: totpCode(secret, new Date()) } });
    expect((await browser(open)(routes.listTenants)).status).toBe(200);
    expect((await logIn(loginName, PASSWORD)).body.pending).toBe('second-factor');
  });

  it('B13 is invited anew by the same command, which voids login and sessions when it is accepted', async () => {
    const first = await accepted();
    const { token } = await inviteOperator(inviting, first.operator);
    expect((await browser(first.answer)(routes.getSession)).status).toBe(200);
    await send(functions, routes.acceptInvitation, {
      address: anAddress(),
      body: { token, loginName: newId('emp'), password: PASSWORD },
    });
    expect((await browser(first.answer)(routes.getSession)).status).toBe(401);
    expect((await logIn(first.loginName, PASSWORD)).status).toBe(401);
  });

  it('B13 who is removed is out at once', async () => {
    await accepted();
    const { operator, loginName, answer } = await accepted();
    await removeOperator(inviting, operator.mailAddress);
    expect((await browser(answer)(routes.getSession)).status).toBe(401);
    expect((await logIn(loginName, PASSWORD)).status).toBe(401);
    await expect(removeOperator(inviting, operator.mailAddress)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('A10 is answered like anybody else: wrong, unknown, and where nobody is', async () => {
    const { loginName } = await accepted();
    const answers = [
      await logIn(loginName, 'a wrong password'),
      await logIn('nobody at all', PASSWORD),
      await logIn(loginName, PASSWORD, agency.slug),
      await logIn(loginName, PASSWORD, 'nowhere'),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'login-failed' } });
  });
});

describe('between operators and agencies', () => {
  const all: [string, Route][] = Object.values(routes).map((route: Route) => [routeKey(route), route]);
  const params = { tenantId: 'ten_01JD0000000000000000000000' };
  const headers = { 'idempotency-key': 'a', 'if-match': '"1"' };
  let operator: Awaited<ReturnType<typeof loggedInOperator>>;
  beforeAll(async () => {
    operator = await loggedInOperator(functions, access);
  });

  it.each(all.filter(([, { access }]) => access === 'operator'))(
    'A21 %s: nobody of an agency, whatever the rights, and no API token',
    async (_, route) => {
      const { token } = await agency.session(...permissionNames);
      const { token: apiToken } = await agency.apiToken(['settings:manage']);
      const refused = { status: 403, body: { code: 'not-permitted', errors: [{ message: 'operator' }] } };
      expect(await browserWith(functions, [`__Host-heraut=${token}`])(route, { params, headers })).toMatchObject(
        refused,
      );
      const bearer = { ...headers, authorization: `Bearer ${apiToken}` };
      expect(await send(functions, route, { params, headers: bearer })).toMatchObject(refused);
    },
  );

  it.each(all.filter(([, { access }]) => !['open', 'login', 'operator'].includes(access)))(
    'A21 %s: no operator',
    async (_, route) => {
      expect(await operator.ask(route, { params, headers })).toMatchObject({
        status: 403,
        body: { code: 'not-permitted', errors: [{ path: 'permission', message: route.access }] },
      });
    },
  );

  it('A21 an operator’s own session, devices and second factor are all that the other routes show', async () => {
    const shown = await Promise.all([
      operator.ask(routes.getSession),
      operator.ask(routes.listSessions),
      operator.ask(routes.listDevices),
      operator.ask(routes.getSecondFactor),
    ]);
    expect(shown.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(shown[0]?.body).toMatchObject({ tenant: { slug: 'operator' }, operator: { id: operator.employeeId } });
    expect(shown[0]?.body.employee).toBeUndefined();
  });
});
