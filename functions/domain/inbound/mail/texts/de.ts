import type { ForwardTexts } from './index.ts';

export const de: ForwardTexts = {
  subject: (who) => `SMS von ${who}`,
  stopSubject: (who) => `${who} möchte keine SMS mehr`,
  came: ({ who, moment }) => `Am ${moment} kam diese SMS von ${who}:`,
  incomplete: 'Teile dieser Nachricht sind nicht angekommen.',
  stopped:
    'An diese Nummer geht keine SMS mehr; was noch wartete, ist storniert. Schreiben Sie von nun an E-Mails. Wer wieder um SMS bittet, ' +
    'kann in der Liste der Abbestellungen wieder angemeldet werden.',
};
