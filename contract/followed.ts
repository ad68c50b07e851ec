import { MAIL_DUE } from './mail-due.ts';
import { OUTCOMES } from './message-states.ts';

/** In Lambda's filter language: a value matches one of a list (AWS Lambda Developer Guide, "Filter rule syntax"). */
export type FilterRule = readonly (string | { readonly prefix: string })[];
export interface FilterPattern {
  readonly [name: string]: FilterPattern | FilterRule;
}

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
   * a forgotten password: the code goes out, if there is such a login; and an SMS that came in: it stands in its thread, is
   * mailed, and other systems are told
   */
  made: { eventName: ['INSERT'], dynamodb: { NewImage: { type: { S: ['recovery', 'inbound'] } } } },
  /** a new mail address that a worker asks for: its code goes out */
  'mail-address-change': {
    eventName: ['INSERT', 'MODIFY'],
    dynamodb: { NewImage: { type: { S: ['mail-address-change'] }, tries: { N: ['0'] } } },
  },
  /**
   * what became of an SMS: other systems are told; and what somebody is mailed of: credits that fell below what the agency's settings say,
   * an SMS or lines of a batch that were refused for their numbers, a webhook that was switched off, a change of somebody's login data, and all whose mail was put off
   */
  state: {
    eventName: ['INSERT', 'MODIFY'],
    dynamodb: {
      NewImage: {
        type: { S: ['message', 'balance-mark', 'refused-number', 'webhook', 'notification', 'inbound'] },
        state: { S: [...OUTCOMES, MAIL_DUE] },
      },
    },
  },
} as const satisfies Readonly<Record<string, FilterPattern>>;

/** The types of the items that it gets. */
export type FollowedType = (typeof FOLLOWED)[keyof typeof FOLLOWED]['dynamodb']['NewImage']['type']['S'][number];
