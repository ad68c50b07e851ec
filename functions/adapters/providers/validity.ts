import type { OutgoingCall } from '../../domain/messaging/providers/model.ts';

/** Seconds, both included, between which a provider takes the time that a message is good for. */
export interface ValidityRange {
  readonly least: number;
  readonly most: number;
}

/** E4-8: for how many seconds a message is still good, as near to it as its provider takes. */
export function validSeconds(
  { askedAt, expiresAt }: Pick<OutgoingCall, 'askedAt' | 'expiresAt'>,
  { least, most }: ValidityRange,
): number {
  const left = Math.floor((expiresAt.getTime() - askedAt.getTime()) / 1000);
  return Math.min(Math.max(left, least), most);
}
