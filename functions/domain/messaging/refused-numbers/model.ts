import type { ErrorCode } from '../../../../contract/errors.ts';

/** Why a number was refused, of the errors that sending can get. */
export const REFUSALS = [
  'number-invalid',
  'number-not-mobile',
  'no-mobile-number',
] as const satisfies readonly ErrorCode[];
export type Refusal = (typeof REFUSALS)[number];

/** An SMS that was refused for its number, of which the agency's address for errors (1401) is mailed. */
export interface RefusedNumber {
  readonly tenantId: string;
  /** the Idempotency-Key of the request: asked again, it is told once */
  readonly key: string;
  /** ISO 8601 */
  readonly at: string;
  /** name of the employee or API token */
  readonly by: string;
  /** as it was asked for: a number, or the id of a record */
  readonly to: string;
  readonly refusal: Refusal;
}

export interface RefusedNumbers {
  /** Once for each key; the mail about it is due. */
  add(refused: RefusedNumber): Promise<void>;
}
