import { expect, it } from 'vitest';
import { shownBy } from '../../../../functions/domain/messaging/providers/sender-shown.ts';
import { fakeProvider } from '../../../support/web-providers/fake-provider.ts';
import { memoryCalls } from '../../../support/web-providers/memory-calls.ts';

it.each([
  [['websms', 'smsapi'], 'De Brug', 'web'],
  [['websms', 'modem'], 'De Brug', 'sim'],
  [['modem'], 'De Brug', 'sim'],
  [undefined, 'De Brug', 'sim'],
  [['smsapi'], 'Łódź', 'sim'],
] as const)('E0-6 by the routes %j the name "%s" is shown as by %s', (routes, name, shown) => {
  expect(shownBy(routes, name)).toBe(shown);
});

it('E0-6 a name that is to be the sender is given to the provider as such, and else the account’s own is taken', async () => {
  const { provider, log } = fakeProvider(true);
  const calls = memoryCalls('smsapi', { websms: provider, smsapi: provider });
  calls.message({ senderName: 'De Brug', fromName: 'De Brug' });
  calls.message({ senderName: 'De Brug' });
  await calls.work();
  expect(log.map(({ senderName }) => senderName).sort()).toEqual(['De Brug', undefined]);
});
