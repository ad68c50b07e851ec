import type { Translated } from './translated.ts';

/** Of when messages go. */
export const schedule = {
  'Give a moment with its offset, such as 2026-11-23T08:00:00+01:00': {
    nl: 'Geef een moment met zijn tijdverschil op, zoals 2026-11-23T08:00:00+01:00',
    de: 'Geben Sie einen Zeitpunkt mit seinem Zeitunterschied an, etwa 2026-11-23T08:00:00+01:00',
    pl: 'Podaj moment z przesunięciem czasu, na przykład 2026-11-23T08:00:00+01:00',
  },
  'Give a moment that is still to come, {days} days ahead at most': {
    nl: 'Geef een moment op dat nog komt, hoogstens {days} dagen vooruit',
    de: 'Geben Sie einen Zeitpunkt an, der noch kommt, höchstens {days} Tage im Voraus',
    pl: 'Podaj moment, który dopiero nadejdzie, najwyżej {days} dni naprzód',
  },
  'Give 0 to 60 seconds': {
    nl: 'Geef 0 tot 60 seconden op',
    de: 'Geben Sie 0 bis 60 Sekunden an',
    pl: 'Podaj od 0 do 60 sekund',
  },
  'Give a time of day such as 21:00': {
    nl: 'Geef een tijd op, zoals 21:00',
    de: 'Geben Sie eine Uhrzeit an, etwa 21:00',
    pl: 'Podaj godzinę, na przykład 21:00',
  },
  'Name days such as Mon': {
    nl: 'Noem dagen, zoals Mon',
    de: 'Nennen Sie Tage, etwa Mon',
    pl: 'Podaj dni, na przykład Mon',
  },
  'Name each once': {
    nl: 'Noem elk één keer',
    de: 'Nennen Sie jedes einmal',
    pl: 'Podaj każde jeden raz',
  },
  'Give 1 to 7 stretches of the week': {
    nl: 'Geef 1 tot 7 delen van de week op',
    de: 'Geben Sie 1 bis 7 Zeiträume der Woche an',
    pl: 'Podaj od 1 do 7 przedziałów tygodnia',
  },
  'Give a time zone such as Europe/Amsterdam': {
    nl: 'Geef een tijdzone op, zoals Europe/Amsterdam',
    de: 'Geben Sie eine Zeitzone an, etwa Europe/Amsterdam',
    pl: 'Podaj strefę czasową, na przykład Europe/Amsterdam',
  },
  'Name some of high, normal, low': {
    nl: 'Noem enkele van high, normal, low',
    de: 'Nennen Sie einige von high, normal, low',
    pl: 'Podaj niektóre z high, normal, low',
  },
  'Name operational, marketing, or both': {
    nl: 'Noem operational, marketing of allebei',
    de: 'Nennen Sie operational, marketing oder beides',
    pl: 'Podaj operational, marketing albo oba',
  },
  'It is one of a batch: stop the batch, and make another one': {
    nl: 'Het hoort bij een verzending: stop die, en maak een andere',
    de: 'Sie gehört zu einer Sendung: Stoppen Sie diese, und legen Sie eine andere an',
    pl: 'Należy do wysyłki: zatrzymaj ją i utwórz inną',
  },
  'Leave some time in which messages go': {
    nl: 'Laat tijd over waarin berichten gaan',
    de: 'Lassen Sie Zeit übrig, in der Nachrichten gehen',
    pl: 'Zostaw czas, w którym wiadomości są wysyłane',
  },
} as const satisfies Record<string, Translated>;
