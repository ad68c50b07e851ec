import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, StreamRecord } from 'aws-lambda';
import type { FollowedType } from '../../../contract/followed.ts';
import type { Login } from '../../domain/access/model.ts';
import type { MailAddressChange } from '../../domain/access/own-contact-data/model.ts';
import type { Recovery } from '../../domain/access/recovery/model.ts';
import type { BalanceMark } from '../../domain/credits/low-balance/model.ts';
import type { InboundMessage } from '../../domain/inbound/model.ts';
import type { MailDuty } from '../../domain/mail/duties/model.ts';
import type { RefusedNumber, WrongNumbers } from '../../domain/messaging/refused-numbers/model.ts';
import type { Notification } from '../../domain/notifications/model.ts';
import type { Webhook } from '../../domain/webhooks/model.ts';
import type { MessageChange } from '../../domain/webhooks/tell.ts';
import { balanceMarkOf } from './codecs/balance-mark.ts';
import { inboundOf } from './codecs/inbound.ts';
import { loginOf } from './codecs/login.ts';
import { mailAddressChangeOf } from './codecs/mail-address-change.ts';
import { messageItemOf, summaryOf } from './codecs/message.ts';
import { notificationOf } from './codecs/notification.ts';
import { recoveryOf } from './codecs/recovery.ts';
import { refusedNumberOf } from './codecs/refused-number.ts';
import { webhookOf } from './codecs/webhook.ts';
import { mailDutyOf } from './mail-duty-repository.ts';
import type { Item } from './table.ts';

/** A change that something follows from, as the domain knows it. */
export type FollowedChange =
  | { readonly type: 'login'; readonly login: Login }
  | { readonly type: 'recovery'; readonly recovery: Recovery }
  | { readonly type: 'mail-address-change'; readonly change: MailAddressChange }
  | { readonly type: 'refused-number'; readonly refused: RefusedNumber | WrongNumbers; readonly duty: MailDuty }
  | { readonly type: 'balance-mark'; readonly mark: BalanceMark; readonly duty: MailDuty }
  | { readonly type: 'notification'; readonly notification: Notification; readonly duty: MailDuty }
  | { readonly type: 'webhook'; readonly webhook: Webhook; readonly duty: MailDuty }
  | {
      readonly type: 'inbound';
      readonly inbound: InboundMessage;
      readonly duty: MailDuty;
      /** it came in just now: what follows from that is done for the first time */
      readonly isNew: boolean;
      readonly recordedAt: Date;
    }
  | ({ readonly type: 'message' } & MessageChange);

type Read<T> = (item: Item, before: Item | undefined, recordedAt: Date) => Extract<FollowedChange, { type: T }>;

const read: { readonly [T in FollowedType]: Read<T> } = {
  login: (item) => ({ type: 'login', login: loginOf(item) }),
  recovery: (item) => ({ type: 'recovery', recovery: recoveryOf(item) }),
  'mail-address-change': (item) => ({ type: 'mail-address-change', change: mailAddressChangeOf(item) }),
  'refused-number': (item) => ({ type: 'refused-number', refused: refusedNumberOf(item), duty: mailDutyOf(item) }),
  'balance-mark': (item) => ({ type: 'balance-mark', mark: balanceMarkOf(item), duty: mailDutyOf(item) }),
  notification: (item) => ({
    ...{ type: 'notification', notification: notificationOf(item), duty: mailDutyOf(item) },
  }),
  webhook: (item) => ({ type: 'webhook', webhook: webhookOf(item), duty: mailDutyOf(item) }),
  inbound: (item, before, recordedAt) => ({
    ...{ type: 'inbound', inbound: inboundOf(item), duty: mailDutyOf(item), isNew: before === undefined, recordedAt },
  }),
  message: (item, before, recordedAt) => ({
    type: 'message',
    message: summaryOf(messageItemOf(item)),
    ...(before && { before: summaryOf(messageItemOf(before)) }),
    recordedAt,
  }),
};

/** Reads a record of the table's stream: the item as it was after the change, which may have gone on since, and before it. */
export function followedChange({ dynamodb }: DynamoDBRecord): FollowedChange {
  const item = itemOf(dynamodb?.NewImage) ?? {};
  const reader = Object.hasOwn(read, String(item['type'])) ? read[item['type'] as FollowedType] : undefined;
  if (!reader)
    throw new Error('nothing follows from a change of this type: look at the filters of contract/followed.ts');
  // It stands in every record: seconds since 1970.
  const recordedAt = new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000);
  return reader(item, itemOf(dynamodb?.OldImage), recordedAt);
}

const itemOf = (image: StreamRecord['NewImage']) => image && unmarshall(image as Record<string, AttributeValue>);
