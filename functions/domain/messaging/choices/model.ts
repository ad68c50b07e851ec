import type { ChoiceRefusal } from '../../../../contract/choice-refusals.ts';
import type { Message } from '../model.ts';

/**
 * What the owner of a number has said about SMS. It is kept by the number's hash and holds no number, so that it outlives the data of
 * whoever said it.
 */
export interface NumberChoice {
  /** of the opt-out that holds; absent: none does */
  readonly optOutId?: string;
  /** when the newest opt-out was said; ISO 8601 */
  readonly optedOutAt?: string;
  /** when one was undone last */
  readonly liftedAt?: string;
  readonly consent?: MarketingConsent;
}

/** That somebody wants no SMS. It stays in the list when it is undone. */
export interface OptOut {
  readonly tenantId: string;
  /** `opt_…`, sorts by time */
  readonly optOutId: string;
  readonly numberHash: string;
  /** the number's last two digits */
  readonly ending: string;
  /** ISO 8601 */
  readonly since: string;
  /** a message from the number itself, or an employee or API token in its owner's name */
  readonly source: 'sms' | 'staff';
  /** the message that said it, and by which word */
  readonly inboundId?: string;
  readonly word?: string;
  /** who recorded it, of which record, and why */
  readonly by?: string;
  readonly recordId?: string;
  readonly reason?: string;
  readonly lifted?: Lifted;
}

/** That an opt-out was undone, and holds no longer. */
export interface Lifted {
  /** ISO 8601 */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/** That somebody has asked for marketing before any was sent (G2). */
export interface MarketingConsent {
  /** when it was given; ISO 8601 */
  readonly givenAt: string;
  /** where: a form, a conversation, … */
  readonly source: string;
  /** which text was agreed to */
  readonly textVersion: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/**
 * Nothing goes to who has opted out, but for a code that its owner waits for; marketing goes to nobody who has not asked for it since.
 */
export function refusalBy(
  choice: NumberChoice | undefined,
  { category, codeOf }: Pick<Message, 'category' | 'codeOf'>,
): ChoiceRefusal | undefined {
  if (codeOf !== undefined) return undefined;
  if (choice?.optOutId !== undefined) return 'recipient-opted-out';
  return category === 'marketing' && !isAgreed(choice) ? 'marketing-not-agreed' : undefined;
}

/** What was agreed to before an opt-out ended with that. */
function isAgreed(choice: NumberChoice | undefined): boolean {
  return choice?.consent !== undefined && choice.consent.givenAt > (choice.optedOutAt ?? '');
}
