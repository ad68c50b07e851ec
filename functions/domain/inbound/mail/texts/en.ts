import type { ForwardTexts } from './index.ts';

export const en: ForwardTexts = {
  subject: (who) => `SMS from ${who}`,
  stopSubject: (who) => `${who} wants no more SMS`,
  came: ({ who, moment }) => `This SMS came in on ${moment} from ${who}:`,
  incomplete: 'Parts of this message did not arrive.',
  stopped:
    'No SMS goes to this number any more; what was still waiting is cancelled. Write mails from now on. For who asks for SMS again, ' +
    'the opt-out can be undone in the list of opt-outs.',
};
