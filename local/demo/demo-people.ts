import type { CompanyFields } from '../../contract/routes/directory/companies.ts';
import type { ContactFields } from '../../contract/routes/directory/contacts.ts';
import type { WorkerFields } from '../../contract/routes/directory/workers.ts';

/** A login whose owner has chosen name and password. */
export interface DemoLogin {
  readonly loginName: string;
  readonly password: string;
}

/** A worker with access to the portal, placed at a company whose contact has a login too. */
export interface DemoPlacing {
  readonly worker: DemoLogin & { readonly workerId: string; readonly fields: WorkerFields };
  readonly company: { readonly companyId: string; readonly fields: CompanyFields };
  readonly contact: DemoLogin & { readonly contactId: string; readonly fields: ContactFields };
  readonly placement: { readonly placementId: string; readonly function: string };
}

export const DE_BRUG_PLACING: DemoPlacing = {
  worker: {
    workerId: 'wrk_01K9DEM000000000000000VCJA',
    loginName: 'lucja.zak',
    password: 'pierogi-op-vrijdagavond',
    fields: {
      ...{ givenName: 'Łucja', familyName: 'Żak', language: 'pl', nationality: 'PL', birthPlace: 'Gdańsk' },
      ...{ birthDate: '1994-05-17', maritalStatus: 'unmarried', bankAccount: 'PL61109010140000071219812874' },
      identityDocument: { kind: 'identity-card', number: 'SPECI2014', country: 'PL', validUntil: '2031-05-01' },
      addresses: [],
      phones: [{ number: '+31612345678', mobile: true, private: false }],
      mailAddresses: ['lucja.zak@mail.example'],
      externalLinks: [],
    },
  },
  company: {
    companyId: 'com_01K9DEM000000000000000KAAS',
    fields: { name: 'Kaasmakerij De Vecht', kvkNumber: '01234567', addresses: [], phones: [], mailAddresses: [] },
  },
  contact: {
    contactId: 'con_01K9DEM000000000000000P1ET',
    loginName: 'piet.visser',
    password: 'jonge-kaas-uit-utrecht',
    fields: {
      ...{ givenName: 'Piet', familyName: 'Visser', jobTitle: 'Planner', language: 'nl', payInquiries: false },
      phones: [],
      mailAddresses: ['piet.visser@kaasmakerij.example'],
    },
  },
  placement: { placementId: 'plc_01K9DEM000000000000000VCJA', function: 'Inpakker' },
};
