import { queryOptions } from '@tanstack/react-query';
import type { RecipientKind } from '../../../../contract/message-template.ts';
import { api } from '../../api/client.ts';

export interface Found {
  readonly id: string;
  readonly name: string;
}
interface Asked {
  readonly query: { readonly limit: number; readonly search?: string };
}

/** As many as one looks through; more letters find the others. */
const SHOWN = 5;

interface Person {
  readonly id: string;
  readonly givenName?: string | undefined;
  readonly infix?: string | undefined;
  readonly familyName: string;
}
const person = ({ id, givenName, infix, familyName }: Person): Found => ({
  id,
  name: [givenName, infix, familyName].filter((one) => one !== undefined).join(' '),
});

const FIND: Readonly<Record<RecipientKind, (asked: Asked, companyId: string) => Promise<readonly Found[]>>> = {
  worker: async (asked) => (await api.listWorkers(asked)).items.map(person),
  contact: async (asked, companyId) => (await api.listContacts({ ...asked, params: { companyId } })).items.map(person),
  company: async (asked) => (await api.listCompanies(asked)).items.map(({ id, name }) => ({ id, name })),
  employee: async (asked) => (await api.listEmployees(asked)).items.map(({ id, name }) => ({ id, name })),
};

/** The first of a kind whose names begin so; contacts are those of one company. */
export const foundQuery = (kind: RecipientKind, search: string, companyId = '') =>
  queryOptions({
    queryKey: ['recipients', kind, companyId, search],
    queryFn: () => FIND[kind]({ query: { limit: SHOWN, ...(search !== '' && { search }) } }, companyId),
  });
