import type { Identity } from './identity.ts';

const DAY_MS = 86_400_000;

/**
 * When a certificate is to be renewed: after so many days, or when a third of its life is left. Those of AWS IoT are valid until the end of
 * 2049, which is no limit for a key that lies in an office; two thirds are for authorities that sign for shorter.
 */
export function renewalAt({ validFrom, validTo }: Pick<Identity, 'validFrom' | 'validTo'>, afterDays: number): Date {
  const byAge = validFrom.getTime() + afterDays * DAY_MS;
  const byLife = validTo.getTime() - (validTo.getTime() - validFrom.getTime()) / 3;
  return new Date(Math.min(byAge, byLife));
}
