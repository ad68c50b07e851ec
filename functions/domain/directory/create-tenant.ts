import type { Language } from '../../../contract/catalogues/index.ts';
import type { Secrets } from '../access/ports.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { NewId } from '../shared/ids.ts';
import type { Country, Tenant } from './model.ts';
import type { Directory } from './ports.ts';

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly country: Country;
  readonly language: Language;
  /** whether staff need a second factor; required unless told */
  readonly staffSecondFactor?: Tenant['staffSecondFactor'];
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Makes an agency, ready for its first role and employee.
 *
 * @throws DomainError `invalid-request` for a slug that cannot be one, `name-taken`
 */
export async function createTenant(
  { directory, secrets, newId }: { directory: Directory; secrets: Pick<Secrets, 'make'>; newId: NewId },
  { slug, name, country, language, staffSecondFactor = 'required' }: NewTenant,
): Promise<Tenant> {
  if (!SLUG.test(slug)) {
    const message = 'Give 1 to 63 small letters, digits and hyphens, with no hyphen at either end';
    throw new DomainError('invalid-request', { errors: [{ path: 'slug', message }] });
  }
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
  };
  if (!(await directory.addTenant(tenant))) throw new DomainError('name-taken');
  return tenant;
}
