import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { FollowedType } from '../../../contract/followed.ts';
import type { Login } from '../../domain/access/model.ts';
import type { MailAddressChange } from '../../domain/access/own-contact-data/model.ts';
import type { Recovery } from '../../domain/access/recovery/model.ts';
import type { BalanceMark } from '../../domain/credits/low-balance/model.ts';
import type { InboundMessage } from '../../domain/inbound/model.ts';
import type { RefusedNumber } from '../../domain/messaging/refused-numbers/model.ts';
import type { Notification } from '../../domain/notifications/model.ts';
import { balanceMarkOf } from './codecs/balance-mark.ts';
import { inboundOf } from './codecs/inbound.ts';
import { loginOf } from './codecs/login.ts';
import { mailAddressChangeOf } from './codecs/mail-address-change.ts';
import { notificationOf } from './codecs/notification.ts';
import { recoveryOf } from './codecs/recovery.ts';
import { refusedNumberOf } from './codecs/refused-number.ts';
import type { Item } from './table.ts';

/** A change that something follows from, as the domain knows it. */
export type FollowedChange =
  | { readonly type: 'login'; readonly login: Login }
  | { readonly type: 'recovery'; readonly recovery: Recovery }
  | { readonly type: 'mail-address-change'; readonly change: MailAddressChange }
  | { readonly type: 'refused-number'; readonly refused: RefusedNumber }
  | { readonly type: 'inbound'; readonly inbound: InboundMessage }
  | { readonly type: 'balance-mark'; readonly mark: BalanceMark }
  | { readonly type: 'notification'; readonly notification: Notification };

const read: { readonly [T in FollowedType]: (item: Item) => Extract<FollowedChange, { type: T }> } = {
  login: (item) => ({ type: 'login', login: loginOf(item) }),
  recovery: (item) => ({ type: 'recovery', recovery: recoveryOf(item) }),
  'mail-address-change': (item) => ({ type: 'mail-address-change', change: mailAddressChangeOf(item) }),
  'refused-number': (item) => ({ type: 'refused-number', refused: refusedNumberOf(item) }),
  inbound: (item) => ({ type: 'inbound', inbound: inboundOf(item) }),
  'balance-mark': (item) => ({ type: 'balance-mark', mark: balanceMarkOf(item) }),
  notification: (item) => ({ type: 'notification', notification: notificationOf(item) }),
};

/** Reads a record of the table's stream: the item as it was after the change, which may have gone on since. */
export function followedChange({ dynamodb }: DynamoDBRecord): FollowedChange {
  const item = unmarshall((dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>);
  const reader = Object.hasOwn(read, String(item['type'])) ? read[item['type'] as FollowedType] : undefined;
  if (!reader)
    throw new Error('nothing follows from a change of this type: look at the filters of contract/followed.ts');
  return reader(item);
}
