import type { TFunction } from 'i18next';

const REASONS = ['sms-service-off', 'sms-not-offered', 'not-permitted', 'sending-stopped'] as const;
type Reason = (typeof REASONS)[number];
const isReason = (code: string | undefined): code is Reason => REASONS.some((reason) => reason === code);

/** Why nobody, or not the reader, may send SMS now, and what to do about it. */
export function whyNot(t: TFunction, code: string | undefined): string {
  return t(`sms.whyNot.${isReason(code) ? code : 'not-permitted'}`);
}
