import type { ChoiceRefusal } from '../../../../contract/choice-refusals.ts';
import { refusalBy } from '../choices/model.ts';
import type { NumberChoices } from '../choices/ports.ts';
import type { Message } from '../model.ts';

/** G4: what its recipient wants no more is not sent, whenever that was said, but for a code that was asked for; nor marketing that nobody has agreed to, or no more. */
export async function unwanted(
  { message }: { readonly message: Pick<Message, 'tenantId' | 'to' | 'category' | 'codeOf'> },
  { choices }: { readonly choices: Pick<NumberChoices, 'find'> },
): Promise<{ readonly to: 'cancelled'; readonly detail: ChoiceRefusal } | undefined> {
  const detail = refusalBy(await choices.find(message.tenantId, message.to), message);
  return detail && { to: 'cancelled', detail };
}
