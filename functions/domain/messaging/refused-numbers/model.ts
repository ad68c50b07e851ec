import type { ErrorCode } from '../../../../contract/errors.ts';

/** Why a number was refused, of the errors that sending can get. */
export const REFUSALS = [
  'number-invalid',
  'number-not-mobile',
  'no-mobile-number',
] as const satisfies readonly ErrorCode[];
export type Refusal = (typeof REFUSALS)[number];

interface Told {
  readonly tenantId: string;
  /** the Idempotency-Key of the request, or the batch's own: asked again, it is told once */
  readonly key: string;
  /** ISO 8601 */
  readonly at: string;
  /** name of the employee or API token */
  readonly by: string;
}

/** An SMS that was refused for its number, of which the agency's address for errors (1401) is mailed. */
export interface RefusedNumber extends Told {
  /** as it was asked for: a number, or the id of a record */
  readonly to: string;
  readonly refusal: Refusal;
}

/** The lines of a batch that were refused for their numbers, of which it is mailed as well. */
export interface WrongNumbers extends Told {
  /** its name, or its id where it has none */
  readonly batch: string;
  readonly count: number;
  /** the first of these lines */
  readonly named: readonly number[];
}

export interface RefusedNumbers {
  /** Once for each key; the mail about it is due. */
  add(refused: RefusedNumber): Promise<void>;
}
