import { MESSAGE_STATE_WORDS } from '../../../../contract/catalogues/message-states.ts';
import type { MessageState } from '../../../../contract/message-states.ts';
import { currentLanguage } from '../../texts/i18n.ts';

/** A state in plain words, as it stands by itself. */
export function stateName(state: MessageState): string {
  const [first = '', ...rest] = MESSAGE_STATE_WORDS[currentLanguage()][state];
  return first.toUpperCase() + rest.join('');
}
