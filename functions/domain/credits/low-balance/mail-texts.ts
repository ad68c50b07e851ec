import type { Language } from '../../../../contract/catalogues/index.ts';

export interface LowBalanceTexts {
  readonly subject: (agency: string) => string;
  readonly left: (agency: string, credits: number) => string;
  readonly threshold: (credits: number) => string;
  readonly todo: string;
}

/** 1 kredyt, 2 kredyty, 5 kredytów, 22 kredyty (CLDR). */
const POLISH = new Intl.PluralRules('pl');

function kredyty(count: number): string {
  const form = POLISH.select(count);
  return `${count} ${form === 'one' ? 'kredyt' : form === 'few' ? 'kredyty' : 'kredytów'}`;
}
const credits = (count: number) => `${count} ${count === 1 ? 'credit' : 'credits'}`;

export const lowBalanceTexts: Readonly<Record<Language, LowBalanceTexts>> = {
  nl: {
    subject: (agency) => `Sms: de credits van ${agency} raken op`,
    left: (agency, count) => `${agency} heeft nog ${credits(count)} voor sms.`,
    threshold: (count) => `U hebt gevraagd om een bericht zodra er minder dan ${credits(count)} over zijn.`,
    todo: 'Vraag de beheerder van Heraut om nieuwe credits. Zonder credits worden er geen sms’jes meer aangenomen.',
  },
  de: {
    subject: (agency) => `SMS: Die Credits von ${agency} gehen zur Neige`,
    left: (agency, count) => `${agency} hat noch ${count} ${count === 1 ? 'Credit' : 'Credits'} für SMS.`,
    threshold: (count) => `Sie wollten benachrichtigt werden, sobald es weniger als ${count} sind.`,
    todo: 'Bitten Sie den Betreiber von Heraut um neue Credits. Ohne Credits werden keine SMS mehr angenommen.',
  },
  pl: {
    subject: (agency) => `SMS: kończą się kredyty firmy ${agency}`,
    left: (agency, count) => `${agency}: na SMS-y pozostało jeszcze ${kredyty(count)}.`,
    threshold: (count) => `Powiadomienie ustawiono na chwilę, gdy liczba kredytów spadnie poniżej ${count}.`,
    todo: 'Poproś operatora systemu Heraut o nowe kredyty. Bez kredytów żaden SMS nie zostanie przyjęty.',
  },
  en: {
    subject: (agency) => `SMS: the credits of ${agency} are running low`,
    left: (agency, count) => `${agency} has ${credits(count)} left for SMS.`,
    threshold: (count) => `You asked to be told when there are fewer than ${count}.`,
    todo: 'Ask the operator of Heraut for more credits. Without credits no more SMS are accepted.',
  },
};
