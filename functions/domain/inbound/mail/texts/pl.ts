import type { ForwardTexts } from './index.ts';

export const pl: ForwardTexts = {
  subject: (who) => `SMS od: ${who}`,
  stopSubject: (who) => `${who}: rezygnacja z SMS-ów`,
  came: ({ who, moment }) => `SMS od: ${who}, otrzymany ${moment}:`,
  incomplete: 'Części tej wiadomości nie dotarły.',
  stopped:
    'Na ten numer nie pójdzie już żaden SMS; to, co jeszcze czekało, anulowano. Od teraz pisz e-maile. Kto znów poprosi o SMS-y, może ' +
    'zostać ponownie zapisany na liście wypisań.',
};
