import type { Language } from '../../../contract/catalogues/index.ts';
import type { Secrets } from '../access/ports.ts';
import { type MessagingOfTenant, NO_MESSAGING } from '../messaging/settings/model.ts';
import { BY_COMMAND, type Operator, operatorLines } from '../operator/acting.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import { type Country, OPERATORS_SLUG, type Tenant } from './model.ts';
import type { Directory } from './ports.ts';

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly country: Country;
  readonly language: Language;
  /** whether staff need a second factor; required unless told */
  readonly staffSecondFactor?: Tenant['staffSecondFactor'];
  /** how it sends SMS; not at all unless told */
  readonly sms?: MessagingOfTenant;
}

export interface CreateTenantDependencies {
  readonly directory: Directory;
  readonly secrets: Pick<Secrets, 'make'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** @throws DomainError `invalid-request` for what cannot be an agency's short name */
export function checkSlug(slug: string): void {
  if (SLUG.test(slug) && slug !== OPERATORS_SLUG) return;
  const message = SLUG.test(slug)
    ? '{slug} is what operators log in with: choose another'
    : 'Give 1 to 63 small letters, digits and hyphens, with no hyphen at either end';
  throw new DomainError('invalid-request', { errors: [{ path: 'slug', message, values: { slug } }] });
}

/**
 * Makes an agency, ready for its first role and employee.
 *
 * @throws DomainError `invalid-request` for a slug that cannot be one, `name-taken`
 */
export async function createTenant(
  deps: CreateTenantDependencies,
  tenant: NewTenant,
  operator: Operator = BY_COMMAND,
): Promise<Tenant> {
  checkSlug(tenant.slug);
  return addTenant(deps, tenant, operator);
}

/** What the operators belong to, in place of an agency: their logins are of it, and it has nothing else. */
export function createOperatorsTenant(deps: CreateTenantDependencies): Promise<Tenant> {
  const names = { slug: OPERATORS_SLUG, name: 'Heraut', country: 'NL', language: 'en' } as const;
  return addTenant(deps, names, BY_COMMAND, { operators: true });
}

async function addTenant(
  { directory, secrets, clock, newId }: CreateTenantDependencies,
  { slug, name, country, language, staffSecondFactor = 'required', sms = NO_MESSAGING }: NewTenant,
  operator: Operator,
  more: Pick<Tenant, 'operators'> = {},
): Promise<Tenant> {
  const tenant: Tenant = {
    tenantId: newId('ten'),
    slug,
    name,
    country,
    language,
    cursorKey: secrets.make(),
    pricePer: 'message',
    staffSecondFactor,
    walletShards: 1,
    sendingStopped: false,
    ...sms,
    ...more,
  };
  const audit = operatorLines(newId, operator, tenant.tenantId, clock.now().toISOString(), {
    action: 'agency-created',
  });
  if (!(await directory.addTenant(tenant, audit))) throw new DomainError('name-taken');
  return tenant;
}
