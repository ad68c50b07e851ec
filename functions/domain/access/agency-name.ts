import { enforceLimits, type LimitDependencies } from '../limits/enforce-limits.ts';
import { networkOf } from '../limits/network-of.ts';

export interface AgencyNames {
  /** Undefined where no agency has this short name. */
  nameOf(slug: string): Promise<string | undefined>;
}

/** What the log-in page shows of an agency before anybody logs in: its name, and nothing else. @throws DomainError `too-many-tries` */
export async function agencyName(
  deps: LimitDependencies & { readonly agencies: AgencyNames },
  { slug, address }: { readonly slug: string; readonly address: string },
): Promise<{ name?: string }> {
  await enforceLimits(deps, { 'agency-address': networkOf(address) });
  const name = await deps.agencies.nameOf(slug.toLowerCase());
  return name === undefined ? {} : { name };
}
