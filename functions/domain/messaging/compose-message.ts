import type { Language } from '../../../contract/catalogues/index.ts';
import { composedText } from '../../../contract/composed-text.ts';
import type { MessagingSettings } from '../../../contract/messaging-settings.ts';
import { MAX_PARTS, type SmsText, smsText } from '../../../contract/sms-text.ts';
import { DomainError } from '../shared/domain-error.ts';
import { optOutLine } from './choices/opt-out-line.ts';
import type { Draft } from './store-message.ts';

/** What somebody wrote. */
export interface Written {
  readonly text: string;
  /** in place of the agency's own */
  readonly senderName?: string | undefined;
  /** of marketing: the language in which it says how to end it */
  readonly marketingIn?: Language | undefined;
  /** closes the text, where it goes by a route that has signatures */
  readonly signature?: string | undefined;
}

/** A SIM card can't show a name as the sender. */
export type Route = 'sim' | 'web';

export interface Composed extends Pick<Draft, 'text' | 'alphabet' | 'senderName'> {
  readonly units: number;
  /** as they are sent, one after the other */
  readonly parts: SmsText['parts'];
}

/**
 * What arrives on the phone, for the preview and for the message alike.
 *
 * @throws DomainError `text-too-long`, `sender-name-fixed`, `invalid-request` for marketing that can’t be ended
 */
export function composeMessage(
  settings: MessagingSettings,
  { text, senderName, marketingIn, signature }: Written,
  route: Route,
  partsAtMost = MAX_PARTS,
): Composed {
  const { fixedText, senderNameShown, senderNameChangeable } = settings;
  if (senderName !== undefined && senderName !== settings.senderName && !senderNameChangeable)
    throw new DomainError('sender-name-fixed', {
      errors: [{ path: 'senderName', message: 'It is {name}', values: { name: settings.senderName ?? '' } }],
    });
  const shown = senderName ?? settings.senderName;
  const senderLine = senderNameShown === 'line' || route === 'sim' ? shown : undefined;
  // A name that is the sender stands in no line, and nobody can answer it.
  const isAnswerable = senderLine !== undefined;
  const optOut = marketingIn && optOutLine(text, marketingIn, isAnswerable);
  const whole = composedText(text, { signature, senderLine, optOut, fixedText });
  const counted = smsText(whole);
  const { parts } = counted;
  if (parts.length > partsAtMost) {
    const message = 'With what stands under it the text has {parts} parts, {most} at most can be sent';
    const values = { parts: parts.length, most: partsAtMost };
    throw new DomainError('text-too-long', { errors: [{ path: 'text', message, values }] });
  }
  return { text: whole, ...counted, ...(shown !== undefined && { senderName: shown }) };
}
