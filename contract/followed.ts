import { OUTCOMES } from './message-states.ts';
import { NOTICES } from './notices.ts';

/** In Lambda's filter language: a value matches one of a list (AWS Lambda Developer Guide, "Filter rule syntax"). */
export type FilterRule = readonly (string | { readonly prefix: string })[];
export interface FilterPattern {
  readonly [name: string]: FilterPattern | FilterRule;
}

/** The state of an SMS that came in and whose mail is to be made now. */
export const MAIL_DUE = 'mail-due';

/**
 * The changes of the table that start the function `after`; everything else costs nothing. They are
 * patterns over a record of the table's stream. A stream takes five of them, ten when AWS is asked.
 */
export const FOLLOWED = {
  /** a worker's third try: the access is blocked, unless the password turns out to be right */
  login: {
    eventName: ['MODIFY'],
    dynamodb: {
      OldImage: { tries: { N: ['2'] } },
      NewImage: { type: { S: ['login'] }, personId: { S: [{ prefix: 'wrk_' }] }, tries: { N: ['3'] } },
    },
  },
  /**
   * a forgotten password: the code goes out, if there is such a login; an SMS that was refused for its number: the agency's
   * address for errors is mailed; and an SMS that came in: it stands in its thread, and other systems are told
   */
  made: { eventName: ['INSERT'], dynamodb: { NewImage: { type: { S: ['recovery', 'refused-number', 'inbound'] } } } },
  /** a new mail address that a worker asks for: its code goes out */
  'mail-address-change': {
    eventName: ['INSERT', 'MODIFY'],
    dynamodb: { NewImage: { type: { S: ['mail-address-change'] }, tries: { N: ['0'] } } },
  },
  /**
   * credits that fell below what the agency's settings say: whom they name is mailed; what became of an SMS: other systems are told; an SMS
   * that came in and whose mail was put off: it is mailed
   */
  state: {
    eventName: ['INSERT', 'MODIFY'],
    dynamodb: {
      NewImage: { type: { S: ['balance-mark', 'message', 'inbound'] }, state: { S: ['low', ...OUTCOMES, MAIL_DUE] } },
    },
  },
  /** a change of somebody's login data, of which that person is mailed */
  notification: {
    eventName: ['INSERT'],
    dynamodb: { NewImage: { type: { S: ['notification'] }, kind: { S: NOTICES } } },
  },
} as const satisfies Readonly<Record<string, FilterPattern>>;

/** The types of the items that it gets. */
export type FollowedType = (typeof FOLLOWED)[keyof typeof FOLLOWED]['dynamodb']['NewImage']['type']['S'][number];
