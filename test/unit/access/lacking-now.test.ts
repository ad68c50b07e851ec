import { expect, it, vi } from 'vitest';
import type { Session } from '../../../functions/domain/access/model.ts';
import type { Account } from '../../../functions/domain/access/ports.ts';
import { lackingNow } from '../../../functions/domain/access/second-factor/pending.ts';
import { aTenant } from '../../support/principal.ts';

const [morning, noon, evening] = ['2026-11-22T08:00:00.000Z', '2026-11-22T12:00:00.000Z', '2026-11-22T18:00:00.000Z'];
const employee = (of: Partial<Account['tenant']>) => ({ kind: 'employee', tenant: { ...aTenant, ...of } }) as Account;
const session = (of: Partial<Session>) => ({ tenantId: aTenant.tenantId, personId: 'emp_1', ...of }) as Session;

async function lacking(account: Account, of: Partial<Session>) {
  const find = vi.fn(async () => undefined);
  return { pending: await lackingNow({ find }, account, session(of)), reads: find.mock.calls.length };
}

it.each([
  ['where nobody is asked', employee({ staffSecondFactor: 'optional' }), {}, undefined],
  ['once it is given', employee({ staffSecondFactor: 'required' }), { secondFactorAt: morning }, undefined],
  [
    'once it is given since it is asked for',
    employee({ staffSecondFactor: 'required', staffSecondFactorSince: noon }),
    { secondFactorAt: evening },
    undefined,
  ],
  ['while it is lacking since the password', employee({}), { pending: 'second-factor' }, 'second-factor'],
] as const)('A22 reads nothing %s', async (_, account, of, pending) => {
  expect(await lacking(account, of)).toEqual({ pending, reads: 0 });
});

it.each([
  ['none was given', { staffSecondFactor: 'required' }, {}],
  [
    'it was given before it was asked for',
    { staffSecondFactor: 'required', staffSecondFactorSince: noon },
    { secondFactorAt: morning },
  ],
] as const)('A22 looks for the factor where %s', async (_, tenant, of) => {
  expect(await lacking(employee(tenant), of)).toEqual({ pending: 'enrol-second-factor', reads: 1 });
});
