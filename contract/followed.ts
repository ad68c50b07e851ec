/** In Lambda's filter language: a value matches one of a list (AWS Lambda Developer Guide, "Filter rule syntax"). */
export type FilterRule = readonly (string | { readonly prefix: string })[];
export interface FilterPattern {
  readonly [name: string]: FilterPattern | FilterRule;
}

/**
 * The changes of the table that start the function `after`, by the type of the item; everything else costs nothing. They are
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
} as const satisfies Readonly<Record<string, FilterPattern>>;

export type FollowedType = keyof typeof FOLLOWED;
