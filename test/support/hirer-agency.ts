import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { localDay } from '../../functions/domain/directory/local-day.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { PASSWORD } from './agency.ts';
import { giveLogin } from './hirers.ts';
import { makePortal } from './portal.ts';

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

/** An agency whose staff ask the API, with workers and contacts who log in. */
export async function hirerAgency(table: Table, functions: Record<ApiFunction, ApiHandler>) {
  const portal = await makePortal(functions, table);
  const { staff, tenantId } = portal;

  async function made(route: Route, body: object, params: Record<string, string> = {}): Promise<string> {
    const answer = await staff(route, { body, params });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.id;
  }
  /** Who asks with the cookie of a login. */
  const loggedIn = async (loginName: string, password = PASSWORD) =>
    portal.browser(await portal.logIn(loginName, password));

  const company = (name = 'Vleeshal') => made(routes.createCompany, { name });
  const worker = (body: object = WHOLE_WORKER) => made(routes.createWorker, body);
  const contact = (companyId: string) =>
    made(routes.createContact, { givenName: 'Piet', familyName: 'Visser', language: 'nl' }, { companyId });

  return {
    ...{ ...portal, made, loggedIn, company, worker, contact },
    place: (workerId: string, companyId: string, from: string, until?: string) =>
      made(routes.createPlacement, { workerId, companyId, function: 'Inpakker', from, ...(until && { until }) }),
    /** A contact of a company, logged in. */
    async hirer(companyId: string) {
      const contactId = await contact(companyId);
      const loginName = await giveLogin(table, { tenantId, contactId });
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
