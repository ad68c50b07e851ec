import { SMS_RESPONSIBILITY_VERSION } from '../../contract/sms-responsibility.ts';
import type { MessagingOfTenant } from '../../functions/domain/messaging/settings/model.ts';

/** SMS as an agency offers them whose employees all may send, under this name as a line or under another one. */
export const offeredSms = (senderName: string, acceptedBy: string): MessagingOfTenant => ({
  messaging: {
    ...{ serviceOn: true, offered: true, senderName },
    ...{ senderNameShown: 'line', senderNameChangeable: true, listInMenu: true },
  },
  messagingVersion: 1,
  smsResponsibility: { at: '2026-11-01T08:00:00.000Z', by: acceptedBy, textVersion: SMS_RESPONSIBILITY_VERSION },
});
