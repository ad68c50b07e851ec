import type { ProviderReason } from '../../../../contract/provider-reasons.ts';
import type { ProviderName } from '../../../../contract/providers.ts';

/** By what an agency's account with a provider opens. */
export type Credentials = { readonly token: string } | { readonly username: string; readonly password: string };

/** What an agency has with a web provider. */
export interface ProviderAccount {
  readonly tenantId: string;
  readonly provider: ProviderName;
  /** the credentials, encrypted with the agency's key */
  readonly sealed: string;
  /** the last characters of the token or password: what people tell one from another by */
  readonly ending: string;
  /** which of the provider's houses the account is with */
  readonly house?: 'pl' | 'com';
  /** messages a second at most */
  readonly perSecond: number;
  /** by which the provider tells us: encrypted, as each message names the address */
  readonly callback: CallbackSecret & { readonly sealed: string };
  /** the one before, for reports of what is on its way */
  readonly earlierCallback?: CallbackSecret & { readonly until: string };
  /** calls in a row that came to nothing */
  readonly failures: number;
  /** nothing is given to it meanwhile */
  readonly pause?: RoutePause;
  /** ISO 8601 */
  readonly changedAt: string;
  readonly changedBy: string;
  /** ISO 8601; it is kept for a while, as messages may still lie in its lane */
  readonly removedAt?: string;
  /** goes up at each change of the credentials or of the callbacks */
  readonly version: number;
}

export interface CallbackSecret {
  /** SHA-256, base64url */
  readonly hash: string;
}

export interface RoutePause {
  readonly reason: ProviderReason;
  /** the provider's own code, or `-` */
  readonly code: string;
  /** ISO 8601 */
  readonly since: string;
  /** one message is tried after this; absent: not before somebody changes or resumes the account */
  readonly until?: string;
}

/** Whether nothing is given to it at this moment. */
export function isPaused({ pause }: Pick<ProviderAccount, 'pause'>, now: Date): boolean {
  return pause !== undefined && (pause.until === undefined || pause.until > now.toISOString());
}

/** What a provider is asked to send, to one recipient. */
export interface OutgoingCall {
  /** ours; the provider gives it back with its reports */
  readonly callId: string;
  /** E.164 */
  readonly to: string;
  readonly text: string;
  readonly parts: number;
  readonly senderName?: string;
  /** what it is sent for; absent: operational */
  readonly category?: 'marketing';
  readonly askedAt: Date;
  /** it is worth nothing after this: the provider is not to try any longer */
  readonly expiresAt: Date;
  /** where the provider tells what became of it */
  readonly reportsTo: string;
}

/** What became of a call, as far as its answer proves it. */
export type CallOutcome =
  | { readonly kind: 'submitted'; readonly providerId?: string; readonly ended?: 'delivered' | 'undelivered' }
  /** certainly not sent, and never will be so; `elsewhere`: another route may be tried */
  | (Said & { readonly kind: 'refused'; readonly elsewhere: boolean })
  /** certainly not sent; may be tried again after so many milliseconds */
  | (Said & { readonly kind: 'again'; readonly delay: number; readonly isOutage: boolean })
  /** certainly not sent: something is wrong with the account. `retryAfter` absent: somebody has to act */
  | (Said & { readonly kind: 'account'; readonly retryAfter?: number })
  /** it may have been sent */
  | (Said & { readonly kind: 'unclear' });

export interface Said {
  readonly reason: ProviderReason;
  /** the provider's own, or `-` */
  readonly code: string;
}

/** What a provider tells by itself. */
export type ProviderEvent =
  | {
      readonly type: 'report';
      /** ours; absent where the provider did not give it back */
      readonly callId?: string;
      readonly state: 'submitted' | 'delivered' | 'undelivered';
      /** the provider's own word */
      readonly code: string;
      /** when, by the provider's clock; absent: now */
      readonly at?: Date;
    }
  | {
      readonly type: 'inbound';
      /** the same each time that it is told */
      readonly eventId: string;
      readonly kind: 'text' | 'data';
      readonly sender?: string;
      readonly recipient?: string;
      readonly text: string;
      /** hexadecimal */
      readonly octets?: string;
      readonly sentAt?: Date;
    };

const CALL_ID = /^([0-9A-HJKMNP-TV-Z]{26})x(\d{1,6})$/;

/** Letters and digits alone, which every provider takes and no list of theirs is separated by. */
export const callIdOf = (messageId: string, attempt: number) => `${messageId.slice('msg_'.length)}x${attempt}`;

export function readCallId(callId: string): { messageId: string; attempt: number } | undefined {
  const [, ulid, attempt] = CALL_ID.exec(callId) ?? [];
  return ulid === undefined ? undefined : { messageId: `msg_${ulid}`, attempt: Number(attempt) };
}
