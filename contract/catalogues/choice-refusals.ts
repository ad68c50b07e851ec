import { CHOICE_REFUSALS, type ChoiceRefusal } from '../choice-refusals.ts';
import type { Language } from './index.ts';

const texts: Readonly<Record<Language, Readonly<Record<ChoiceRefusal, string>>>> = {
  nl: {
    'recipient-opted-out': 'De ontvanger heeft zich afgemeld voor sms.',
    'marketing-not-agreed': 'Er is niet vastgelegd dat de ontvanger reclame per sms wil.',
  },
  de: {
    'recipient-opted-out': 'Die Person hat SMS abbestellt.',
    'marketing-not-agreed': 'Es ist nicht festgehalten, dass die Person Werbung per SMS möchte.',
  },
  pl: {
    'recipient-opted-out': 'Odbiorca wypisał się z SMS-ów.',
    'marketing-not-agreed': 'Nie zapisano, że odbiorca zgadza się na reklamy SMS-em.',
  },
  en: {
    'recipient-opted-out': 'The recipient has asked for no more SMS.',
    'marketing-not-agreed': 'It is not recorded that the recipient wants advertising by SMS.',
  },
};

/** Why a message did not go, where its recipient's choice was the reason; undefined for any other reason. */
export function sayChoiceRefusal(language: Language, detail: string): string | undefined {
  const refusal = CHOICE_REFUSALS.find((one) => one === detail);
  return refusal && texts[language][refusal];
}
