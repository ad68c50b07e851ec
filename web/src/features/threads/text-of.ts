import type { TFunction } from 'i18next';
import type { ThreadMessage } from './queries.ts';

/** What a message says, or what it is where it says nothing that one can read. */
export function textOf(t: TFunction, message: Pick<ThreadMessage, 'text'> & { readonly kind?: string }): string {
  if (message.text !== '') return message.text;
  const { kind } = message;
  return kind === 'voicemail' || kind === 'data' || kind === 'unreadable' ? t(`threads.kinds.${kind}`) : '';
}
