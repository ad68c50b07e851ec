import type { Translated } from './translated.ts';

/** Of what operators do with agencies. */
export const operator = {
  'Give 1 to 63 small letters, digits and hyphens, with no hyphen at either end': {
    nl: 'Geef 1 tot 63 kleine letters, cijfers en streepjes op, zonder streepje aan het begin of einde',
    de: 'Geben Sie 1 bis 63 Kleinbuchstaben, Ziffern und Bindestriche an, ohne Bindestrich am Anfang oder Ende',
    pl: 'Podaj od 1 do 63 małych liter, cyfr i łączników, bez łącznika na początku i na końcu',
  },
  'The wallet has more shards: it can only get more': {
    nl: 'De portemonnee heeft er meer: het kunnen er alleen meer worden',
    de: 'Das Guthaben hat mehr Teile: Es können nur mehr werden',
    pl: 'Portfel ma ich więcej: może ich tylko przybyć',
  },
  'Give 16 at most': {
    nl: 'Geef hoogstens 16 op',
    de: 'Geben Sie höchstens 16 an',
    pl: 'Podaj najwyżej 16',
  },
  'Give a whole number above 0': {
    nl: 'Geef een geheel getal boven 0 op',
    de: 'Geben Sie eine ganze Zahl über 0 an',
    pl: 'Podaj liczbę całkowitą większą od 0',
  },
  'This agency has an administrator already, who invites all others': {
    nl: 'Dit uitzendbureau heeft al een beheerder, die alle anderen uitnodigt',
    de: 'Diese Agentur hat schon einen Administrator, der alle anderen einlädt',
    pl: 'Ta agencja ma już administratora, który zaprasza wszystkich innych',
  },
  '{slug} is what operators log in with: choose another': {
    nl: '{slug} is de naam waarmee operators inloggen: kies een andere',
    de: '{slug} ist der Name, mit dem sich Operatoren anmelden: Wählen Sie einen anderen',
    pl: '{slug} to nazwa, pod którą logują się operatorzy: wybierz inną',
  },
  'No operator has the mail address {mailAddress}': {
    nl: 'Geen operator heeft het e-mailadres {mailAddress}',
    de: 'Kein Operator hat die E-Mail-Adresse {mailAddress}',
    pl: 'Żaden operator nie ma adresu e-mail {mailAddress}',
  },
  'Give the short name that staff type at login': {
    nl: 'Vul de korte naam in die medewerkers bij het inloggen typen',
    de: 'Geben Sie den Kurznamen an, den Mitarbeiter beim Anmelden eingeben',
    pl: 'Podaj krótką nazwę, którą pracownicy wpisują przy logowaniu',
  },
  'Give NL, DE, AT or PL': {
    nl: 'Kies NL, DE, AT of PL',
    de: 'Geben Sie NL, DE, AT oder PL an',
    pl: 'Podaj NL, DE, AT albo PL',
  },
  'Give the name of the agency': {
    nl: 'Vul de naam van het uitzendbureau in',
    de: 'Geben Sie den Namen der Agentur an',
    pl: 'Podaj nazwę agencji',
  },
  'Give the name of the first administrator': {
    nl: 'Vul de naam van de eerste beheerder in',
    de: 'Geben Sie den Namen des ersten Administrators an',
    pl: 'Podaj imię i nazwisko pierwszego administratora',
  },
  'Say who is the first administrator': {
    nl: 'Zeg wie de eerste beheerder is',
    de: 'Sagen Sie, wer der erste Administrator ist',
    pl: 'Podaj, kto jest pierwszym administratorem',
  },
  'A grant is above 0; take credits back by a correction': {
    nl: 'Een toekenning is groter dan 0; neem credits terug met een correctie',
    de: 'Eine Gutschrift ist größer als 0; nehmen Sie Credits mit einer Korrektur zurück',
    pl: 'Przyznanie jest większe od 0; odbierz kredyty korektą',
  },
  'Give grant or correction': {
    nl: 'Kies grant of correction',
    de: 'Geben Sie grant oder correction an',
    pl: 'Podaj grant albo correction',
  },
  'Give a number other than 0': {
    nl: 'Geef een getal anders dan 0 op',
    de: 'Geben Sie eine andere Zahl als 0 an',
    pl: 'Podaj liczbę inną niż 0',
  },
  'Give -10000000 at least': {
    nl: 'Geef minstens -10.000.000 op',
    de: 'Geben Sie mindestens -10.000.000 an',
    pl: 'Podaj co najmniej -10 000 000',
  },
  'Give 10000000 at most': {
    nl: 'Geef hoogstens 10.000.000 op',
    de: 'Geben Sie höchstens 10.000.000 an',
    pl: 'Podaj najwyżej 10 000 000',
  },
  'Give the reason': {
    nl: 'Vul de reden in',
    de: 'Geben Sie den Grund an',
    pl: 'Podaj powód',
  },
  'Give an amount of money': {
    nl: 'Vul een bedrag in',
    de: 'Geben Sie einen Betrag an',
    pl: 'Podaj kwotę',
  },
  'Give an amount such as 0.085, with a point': {
    nl: 'Geef een bedrag op zoals 0.085, met een punt',
    de: 'Geben Sie einen Betrag an wie 0.085, mit einem Punkt',
    pl: 'Podaj kwotę taką jak 0.085, z kropką',
  },
  'Give a currency': {
    nl: 'Vul een munt in',
    de: 'Geben Sie eine Währung an',
    pl: 'Podaj walutę',
  },
  'Give a currency by its three capital letters, such as EUR': {
    nl: 'Geef een munt op met de drie hoofdletters, zoals EUR',
    de: 'Geben Sie eine Währung mit ihren drei Großbuchstaben an, etwa EUR',
    pl: 'Podaj walutę trzema wielkimi literami, na przykład EUR',
  },
  'Give message or part': {
    nl: 'Kies message of part',
    de: 'Geben Sie message oder part an',
    pl: 'Podaj message albo part',
  },
  'Fewer are available: what is reserved or used up can’t be taken back': {
    nl: 'Er zijn er minder beschikbaar: wat gereserveerd of verbruikt is, kan niet worden teruggenomen',
    de: 'Es sind weniger verfügbar: Was reserviert oder verbraucht ist, kann nicht zurückgenommen werden',
    pl: 'Dostępnych jest mniej: tego, co zarezerwowane albo zużyte, nie można odebrać',
  },
} as const satisfies Record<string, Translated>;
