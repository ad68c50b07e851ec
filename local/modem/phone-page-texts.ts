export const LANGUAGES = ['en', 'nl', 'de', 'pl'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface PhonePageTexts {
  /** the language's own name */
  readonly language: string;
  readonly title: string;
  readonly intro: string;
  readonly empty: string;
  readonly languages: string;
  readonly to: (number: string) => string;
  readonly incomplete: (arrived: number, parts: number) => string;
  readonly connectionLost: string;
}

export const PHONE_PAGE_TEXTS: Readonly<Record<Language, PhonePageTexts>> = {
  en: {
    language: 'English',
    title: 'Simulated phones',
    intro: 'What arrived at which number, newest first.',
    empty: 'Nothing has arrived yet. As soon as a message is sent, it shows here.',
    languages: 'Languages',
    to: (number) => `To ${number}`,
    incomplete: (arrived, parts) => `Incomplete: ${arrived} of ${parts} parts have arrived.`,
    connectionLost: 'The connection to the simulated modem is lost. This page goes on by itself when it is back.',
  },
  nl: {
    language: 'Nederlands',
    title: 'Gesimuleerde telefoons',
    intro: 'Wat op welk nummer is aangekomen, nieuwste eerst.',
    empty: 'Er is nog niets aangekomen. Zodra er een bericht wordt verzonden, staat het hier.',
    languages: 'Talen',
    to: (number) => `Aan ${number}`,
    incomplete: (arrived, parts) => `Onvolledig: ${arrived} van ${parts} delen aangekomen.`,
    connectionLost:
      'De verbinding met het gesimuleerde modem is weg. Zodra die terug is, gaat deze pagina vanzelf verder.',
  },
  de: {
    language: 'Deutsch',
    title: 'Simulierte Telefone',
    intro: 'Was bei welcher Nummer angekommen ist, das Neueste zuerst.',
    empty: 'Es ist noch nichts angekommen. Sobald eine Nachricht gesendet wird, steht sie hier.',
    languages: 'Sprachen',
    to: (number) => `An ${number}`,
    incomplete: (arrived, parts) => `Unvollständig: ${arrived} von ${parts} Teilen sind angekommen.`,
    connectionLost:
      'Die Verbindung zum simulierten Modem ist weg. Sobald sie wieder da ist, geht es von selbst weiter.',
  },
  pl: {
    language: 'Polski',
    title: 'Symulowane telefony',
    intro: 'Co dotarło na który numer, od najnowszych.',
    empty: 'Nic jeszcze nie dotarło. Gdy wiadomość zostanie wysłana, pojawi się tutaj.',
    languages: 'Języki',
    to: (number) => `Do ${number}`,
    incomplete: (arrived, parts) => `Wiadomość niepełna, części dotarło: ${arrived} z ${parts}.`,
    connectionLost: 'Utracono połączenie z symulowanym modemem. Gdy wróci, strona sama się odświeży.',
  },
};

/** The language asked for by name, else the best of an Accept-Language header (RFC 9110 section 12.5.4), else English. */
export function languageOf(asked: string | null, acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', weight] = entry.trim().split(/\s*;\s*q=/);
      return { tag: tag.slice(0, 2).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
  return [asked, ...wanted].map((tag) => LANGUAGES.find((language) => language === tag)).find((found) => found) ?? 'en';
}
