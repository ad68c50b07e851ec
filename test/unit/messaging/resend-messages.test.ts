import { describe, expect, it } from 'vitest';
import { REPEATS_AT_MOST } from '../../../contract/message-delivery.ts';
import type { SendingRoute } from '../../../contract/providers.ts';
import type { Message } from '../../../functions/domain/messaging/model.ts';
import { resendMessages } from '../../../functions/domain/messaging/resend-messages.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { memorySender } from '../../support/memory-sender.ts';
import { acceptedMessage, newId } from '../../support/messages.ts';
import { anAccount } from '../../support/web-providers/account.ts';

/** An agency with these routes and one account with SMSAPI, and a message of it that failed. */
function setUp(routes: readonly SendingRoute[], origin: Partial<Message>) {
  const tenantId = newId('ten');
  const cloud = memoryMessaging(tenantId);
  const account = cloud.accounts.put(anAccount({ tenantId, provider: 'smsapi' }));
  const { dependencies, sender } = memorySender(cloud, {}, { routes });
  const { messageId } = cloud.putMessage(acceptedMessage({ tenantId, state: 'failed', ...origin }));
  return {
    removeAccount: () => cloud.accounts.put({ ...account, removedAt: account.changedAt }),
    resend: () => resendMessages(dependencies, sender, [messageId], newId('key')),
    async copy() {
      const [{ id = '' } = {}] = await resendMessages(dependencies, sender, [messageId], newId('key'));
      return cloud.messages.find(tenantId, id);
    },
  };
}
const BY_SMSAPI = { routes: ['smsapi'], senderName: 'De Brug', fromName: 'De Brug' } as const;

describe('E0-6 a copy of an SMS whose sender was the name itself', () => {
  it('goes by the route of its origin, whatever the agency’s own are, and shows the name there', async () => {
    const { copy } = setUp(['modem'], BY_SMSAPI);
    expect(await copy()).toMatchObject({ ...BY_SMSAPI, text: 'Goedemorgen', parts: 1 });
  });

  it('has the name as a line of its text where that route is gone and a modem may come to send it', async () => {
    const { copy, removeAccount } = setUp(['modem'], { ...BY_SMSAPI, text: 'a'.repeat(160) });
    removeAccount();
    const made = await copy();
    expect(made).toMatchObject({
      text: `${'a'.repeat(160)}\nDe Brug`,
      routes: ['modem'],
      parts: 2,
      senderName: 'De Brug',
    });
    expect(made).not.toHaveProperty('fromName');
  });

  it('keeps the name as its sender where that route is gone and another web provider sends', async () => {
    const { copy, removeAccount } = setUp(['websms'], BY_SMSAPI);
    removeAccount();
    expect(await copy()).toMatchObject({ text: 'Goedemorgen', routes: ['websms'], fromName: 'De Brug' });
  });

  it('is not made where the line is one part too many, and the answer says so', async () => {
    const { resend, removeAccount } = setUp(['modem'], { ...BY_SMSAPI, text: 'a'.repeat(1530), parts: 10 });
    removeAccount();
    expect(await resend()).toMatchObject([{ refused: 'text-too-long' }]);
  });
});

it('a copy of what had the name as a line has the same text by any route', async () => {
  const text = 'Goedemorgen\nDe Brug';
  const { copy, removeAccount } = setUp(['modem'], { routes: ['smsapi'], senderName: 'De Brug', text });
  expect(await copy()).toMatchObject({ text, routes: ['smsapi'] });
  removeAccount();
  const made = await copy();
  expect(made).toMatchObject({ text, routes: ['modem'] });
});

it('B1 a copy of what may be sent again by itself may be so as often as that', async () => {
  const { copy } = setUp(['modem'], { repeatsLeft: 0 });
  expect((await copy())?.repeatsLeft).toBe(REPEATS_AT_MOST);
  expect(await setUp(['modem'], {}).copy()).not.toHaveProperty('repeatsLeft');
});
