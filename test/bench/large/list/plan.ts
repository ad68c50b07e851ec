import { encodeTime } from 'ulid';
import { MESSAGE_STATES, type MessageState } from '../../../../contract/message-states.ts';
import { isProvider, type SendingRoute } from '../../../../contract/providers.ts';
import { derivedId } from '../../../../functions/adapters/crypto/derived-id.ts';

/** What a message of the list is, by its place: the oldest is 0. */
export interface Plan {
  readonly messageId: string;
  readonly at: Date;
  readonly state: MessageState;
  readonly to: string;
  readonly by: string;
  readonly route: SendingRoute;
  readonly recordId?: string;
  readonly templateId?: string;
  readonly batchId?: string;
  readonly event?: 'registered';
  readonly text: string;
}

const FIRST = Date.parse('2025-12-01T00:00:00.000Z');
/** Seconds between two messages: a million are 347 days. */
const APART = 30;
/** How many of each there are. With 1,000 messages each has two pages of 25 at least. */
const [RECIPIENTS, SENDERS, RECORDS, TEMPLATES, BATCHES] = [13, 7, 6, 4, 2];
/** One of so many has a record, a template, a batch, a long text. */
const [RECORD_OF, TEMPLATE_OF, BATCH_OF, LONG_OF] = [2, 3, 5, 9];
const ROUTES: readonly SendingRoute[] = ['websms', 'modem', 'smsapi', 'modem', 'modem', 'modem', 'modem', 'modem'];
const SENT: readonly MessageState[] = ['submitted', 'delivered', 'undelivered'];
/** Fills more than the 300 bytes that a message's own item takes. */
const LONG = ' Neem werkschoenen, een legitimatiebewijs en iets te drinken mee.'.repeat(5);

const FIRST_TIME = encodeTime(FIRST, 10);
const idOf = (prefix: string, place: number) => `${prefix}_${FIRST_TIME}${String(place).padStart(16, '0')}`;
export const atOf = (place: number) => new Date(FIRST + place * APART * 1000);

/** The message at a place of the list. Where its state says who has it, that is by the way it goes. */
export function planOf(place: number): Plan {
  const route = ROUTES[place % ROUTES.length] ?? 'modem';
  const drawn = MESSAGE_STATES[place % MESSAGE_STATES.length] ?? 'accepted';
  const isOut = drawn === 'handed-over' || drawn === 'calling';
  const state = isOut ? (isProvider(route) ? 'calling' : 'handed-over') : drawn;
  const recordId = place % RECORD_OF === 0 ? idOf('wrk', (place / RECORD_OF) % RECORDS) : undefined;
  const at = atOf(place);
  return {
    ...{ messageId: derivedId('msg', at, `${place}`), at, state, route },
    to: `+3161234${String(place % RECIPIENTS).padStart(4, '0')}`,
    by: idOf('emp', place % SENDERS),
    ...(recordId !== undefined && { recordId }),
    ...(place % TEMPLATE_OF === 0 && { templateId: idOf('mtp', (place / TEMPLATE_OF) % TEMPLATES) }),
    ...(place % BATCH_OF === 0 && { batchId: idOf('bat', (place / BATCH_OF) % BATCHES) }),
    ...(recordId !== undefined && SENT.includes(state) && { event: 'registered' as const }),
    text: `Werk morgen van zeven tot vier, dienst ${place}.${place % LONG_OF === 0 ? LONG : ''}`,
  };
}
