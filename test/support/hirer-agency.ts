import { scopeNames } from '../../contract/permissions.ts';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { localDay } from '../../functions/domain/directory/local-day.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { accessOn, makeAgency, PASSWORD } from './agency.ts';
import type { EventInput } from './api-event.ts';
import { type Answered, send } from './functions.ts';
import { giveLogin } from './hirers.ts';

/** Everything that a worker's file can hold. */
export const WHOLE_WORKER = {
  givenName: 'Łucja',
  infix: 'van der',
  familyName: 'Żak',
  language: 'pl',
  birthDate: '1990-02-28',
  birthPlace: 'Gdańsk',
  nationality: 'PL',
  maritalStatus: 'married',
  bankAccount: 'PL61109010140000071219812874',
  identityDocument: { kind: 'passport', number: 'SPECI2014', country: 'PL', validUntil: '2031-05-01' },
  addresses: [
    { kind: 'home', street: 'Dam', houseNumber: '1', postalCode: '1012 JS', city: 'Amsterdam', country: 'NL' },
  ],
  phones: [{ number: '06 12345678', mobile: true, private: true }],
  mailAddresses: ['lucja@example.com'],
  externalLinks: [{ company: 'De Brug', package: 'Uren', value: '4711' }],
} as const;

/** The day that many days from today. */
export function dayIn(days: number): string {
  const day = new Date(localDay('NL', new Date()));
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** An agency whose staff ask the API, with contacts who log in. */
export async function hirerAgency(table: Table, functions: Record<ApiFunction, ApiHandler>) {
  const access = accessOn(table);
  const agency = await makeAgency(access);
  const { tenantId } = agency.tenant;
  const { token } = await agency.apiToken([...scopeNames]);

  function staff(route: Route, input: EventInput = {}): Promise<Answered> {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID(), ...input.headers };
    return send(functions, route, { ...input, headers });
  }
  async function made(route: Route, body: object, params: Record<string, string> = {}): Promise<string> {
    const answer = await staff(route, { body, params });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.id;
  }
  /** Who asks with the cookie of a login. */
  async function loggedIn(loginName: string, password = PASSWORD) {
    const answer = await send(functions, routes.logIn, { body: { tenant: agency.slug, loginName, password } });
    const cookie = (answer.cookies[0] ?? '').split(';')[0] ?? '';
    const headers = { 'x-heraut-client': 'web', 'sec-fetch-site': 'same-origin' };
    return (route: Route, input: EventInput = {}) =>
      send(functions, route, { ...input, headers: { ...headers, ...input.headers }, cookies: [cookie] });
  }

  const company = (name = 'Vleeshal') => made(routes.createCompany, { name });
  const worker = (body: object = WHOLE_WORKER) => made(routes.createWorker, body);
  const contact = (companyId: string) =>
    made(routes.createContact, { givenName: 'Piet', familyName: 'Visser', language: 'nl' }, { companyId });

  return {
    ...{ ...agency, tenantId, staff, made, loggedIn, company, worker, contact },
    place: (workerId: string, companyId: string, from: string, until?: string) =>
      made(routes.createPlacement, { workerId, companyId, function: 'Inpakker', from, ...(until && { until }) }),
    /** A contact of a company, logged in. */
    async hirer(companyId: string) {
      const contactId = await contact(companyId);
      const loginName = await giveLogin(table, access, { tenantId, contactId });
      return { contactId, loginName, ask: await loggedIn(loginName) };
    },
    async consent(workerId: string, given: boolean) {
      const params = { workerId };
      const { body } = await staff(routes.getHirerConsent, { params });
      const headers = { 'if-match': `"${body.version}"` };
      return staff(routes.setHirerConsent, { params, headers, body: { given, textVersion: body.textVersion } });
    },
    async remove(route: Route, params: Record<string, string>) {
      const answer = await staff(route, { params, headers: { 'if-match': '"1"' } });
      if (answer.status !== 204) throw new Error(JSON.stringify(answer.body));
    },
  };
}
