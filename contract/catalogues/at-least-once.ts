import type { Language } from './index.ts';

/** What somebody is told who saves a template that sends at least once. */
export const AT_LEAST_ONCE_WARNING: Readonly<Record<Language, string>> = {
  nl: 'Een SMS met dit sjabloon kan twee of drie keer aankomen: als niemand weet of hij is verzonden, wordt hij na 10 minuten opnieuw verzonden, hoogstens 2 keer.',
  de: 'Eine SMS mit dieser Vorlage kann zwei- oder dreimal ankommen: Wenn niemand weiß, ob sie gesendet wurde, wird sie nach 10 Minuten erneut gesendet, höchstens 2-mal.',
  pl: 'SMS z tym szablonem może przyjść dwa lub trzy razy: jeśli nie wiadomo, czy został wysłany, po 10 minutach jest wysyłany ponownie, najwyżej 2 razy.',
  en: 'An SMS with this template may arrive twice, or three times: where nobody knows whether it was sent, it is sent again after 10 minutes, at most 2 times.',
};
