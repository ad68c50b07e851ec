import type { NewTenant } from '../../functions/domain/directory/create-tenant.ts';
import type { MailSender } from '../../functions/domain/mail/ports.ts';
import { DE_BRUG_PLACING, type DemoPlacing } from './demo-people.ts';
import { offeredSms } from './offered-sms.ts';

/** An invented agency with one login and one API token. Its ids and secrets are fixed, so that `npm run send` finds it. */
export interface DemoTenant extends NewTenant {
  readonly tenantId: string;
  readonly credits: number;
  readonly employee: {
    readonly employeeId: string;
    readonly name: string;
    readonly loginName: string;
    readonly password: string;
  };
  readonly apiToken: { readonly tokenId: string; readonly secret: string };
  /** the box in its office; without one its messages wait */
  readonly box?: { readonly boxId: string; readonly name: string };
  readonly mailSender: MailSender;
  readonly placing?: DemoPlacing;
}

/**
 * They are only ever written by the local stack: no deployed part knows them. Their staff need no second factor, so that
 * the logins that are printed open what they are for; and SMS are offered, so that the first one can be sent at once.
 */
export const DEMO_TENANTS = [
  {
    slug: 'de-brug',
    name: 'Uitzendbureau De Brug',
    country: 'NL',
    language: 'nl',
    tenantId: 'ten_01K9DEM0000000000000DEBRVG',
    credits: 10_000,
    sms: offeredSms('De Brug', 'emp_01K9DEM00000000000000SANNE'),
    employee: {
      employeeId: 'emp_01K9DEM00000000000000SANNE',
      name: 'Sanne de Wit',
      loginName: 'sanne',
      password: 'fietsen-langs-de-vecht',
    },
    apiToken: { tokenId: 'tok_01K9DEM0000000000000DEBRVG', secret: 'demo-de-brug'.padEnd(43, '-') },
    box: { boxId: 'box_01K9DEM00000000000000VTRCT', name: 'Kantoor Utrecht' },
    mailSender: { name: 'Uitzendbureau De Brug', address: 'portaal@de-brug.example' },
    placing: DE_BRUG_PLACING,
  },
  {
    slug: 'rheinpersonal',
    name: 'Rheinpersonal Zeitarbeit GmbH',
    country: 'DE',
    language: 'de',
    tenantId: 'ten_01K9DEM0000000000000RHE1NX',
    credits: 5_000,
    sms: offeredSms('RheinZeit', 'emp_01K9DEM00000000000000J0NAS'),
    employee: {
      employeeId: 'emp_01K9DEM00000000000000J0NAS',
      name: 'Jonas Albrecht',
      loginName: 'jonas',
      password: 'spaziergang-am-rhein',
    },
    apiToken: { tokenId: 'tok_01K9DEM0000000000000RHE1NX', secret: 'demo-rheinpersonal'.padEnd(43, '-') },
    mailSender: { name: 'Rheinpersonal Zeitarbeit GmbH', address: 'portal@rheinpersonal.example' },
  },
] as const satisfies readonly DemoTenant[];
