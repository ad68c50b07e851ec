import type { MessagingSettings } from '../../contract/messaging-settings.ts';
import type { SendingRoute } from '../../contract/providers.ts';
import type { MessageTemplateFields } from '../../contract/routes/message-templates.ts';
import { phoneNumbers } from '../../functions/adapters/phone-numbers/phone-numbers.ts';
import { acceptMessage, type MessageSender, type NewMessage } from '../../functions/domain/messaging/accept-message.ts';
import type { memoryMessaging } from './memory-messaging.ts';
import { newId } from './messages.ts';
import { OFFERED_SMS } from './offered-sms.ts';

/** An agency that sends over a cloud in memory, by what it has set. */
export function memorySender(
  cloud: ReturnType<typeof memoryMessaging>,
  settings: Partial<MessagingSettings> = {},
  more: {
    readonly template?: MessageTemplateFields;
    readonly routes?: readonly SendingRoute[];
    readonly signature?: string;
  } = {},
) {
  const { tenantId } = cloud;
  const hints: { messageId: string; delay: number }[] = [];
  const dependencies = {
    ...cloud,
    hurry: {
      push: async (jobs: readonly object[], delay = 0) =>
        void hints.push(...jobs.map((job) => ({ messageId: (job as { messageId: string }).messageId, delay }))),
    },
    numbers: phoneNumbers,
    mobilePrefixes: { find: async () => ({ prefixes: [], version: 0 }) },
    records: {
      find: async () => ({
        id: 'wrk_1',
        kind: 'worker' as const,
        values: {},
        phones: [{ number: '+31612345678', mobile: true, private: false }],
      }),
    },
    templates: { find: async () => more.template && ({ fields: more.template } as never) },
    refusedNumbers: { add: async () => {} },
    wallets: { shards: async () => [], move: async () => false },
    random: () => 0,
    hintLost: () => {},
  };
  const sender: MessageSender = {
    ...{ tenantId, id: 'emp_1', by: 'Anna', name: 'West', permissions: new Set(['workers:read'] as const) },
    ...{ country: 'NL', pricePer: 'message', walletShards: 1, sendingStopped: false },
    messaging: { ...OFFERED_SMS.messaging, ...settings },
    ...(more.routes && { routes: more.routes }),
    ...(more.signature !== undefined && { signature: more.signature }),
  };
  return {
    dependencies,
    sender,
    hints,
    send: (asked: Partial<NewMessage> = {}, key: string = newId('key')) =>
      acceptMessage(dependencies, sender, { to: '+31612345678', text: 'Goedemorgen', ...asked }, key),
  };
}
