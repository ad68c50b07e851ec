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
  readonly answer: AnswerTexts;
}

/** The form that sends from a phone to the SIM. */
export interface AnswerTexts {
  readonly title: string;
  readonly from: string;
  readonly fromHint: string;
  readonly text: string;
  readonly send: string;
  /** the modem has it; the network still holds it; it is no message; nobody heard */
  readonly arrived: string;
  readonly held: string;
  readonly refused: string;
  readonly failed: string;
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
    answer: {
      title: 'Answer from a phone',
      from: 'From number or name',
      fromHint: 'For example +31612345678, or a name of at most 11 characters.',
      text: 'Text',
      send: 'Send to the modem',
      arrived: 'The modem has the message.',
      held: 'The network holds the message until the modem can take it.',
      refused: 'This can not be sent. Check the number and the text.',
      failed: 'Nothing was sent: the simulated modem does not answer. Try again when it is back.',
    },
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
    answer: {
      title: 'Antwoorden vanaf een telefoon',
      from: 'Van nummer of naam',
      fromHint: 'Bijvoorbeeld +31612345678, of een naam van hooguit 11 tekens.',
      text: 'Tekst',
      send: 'Naar het modem sturen',
      arrived: 'Het modem heeft het bericht.',
      held: 'Het netwerk bewaart het bericht tot het modem het kan aannemen.',
      refused: 'Dit kan niet worden verzonden. Controleer het nummer en de tekst.',
      failed: 'Er is niets verzonden: het gesimuleerde modem antwoordt niet. Probeer het opnieuw als het terug is.',
    },
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
    answer: {
      title: 'Von einem Telefon antworten',
      from: 'Von Nummer oder Name',
      fromHint: 'Zum Beispiel +31612345678 oder ein Name mit höchstens 11 Zeichen.',
      text: 'Text',
      send: 'An das Modem senden',
      arrived: 'Das Modem hat die Nachricht.',
      held: 'Das Netz hält die Nachricht zurück, bis das Modem sie annehmen kann.',
      refused: 'Das kann nicht gesendet werden. Bitte Nummer und Text prüfen.',
      failed:
        'Es wurde nichts gesendet: Das simulierte Modem antwortet nicht. Bitte erneut versuchen, wenn es wieder da ist.',
    },
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
    answer: {
      title: 'Odpowiedz z telefonu',
      from: 'Z numeru lub nazwy',
      fromHint: 'Na przykład +31612345678 albo nazwa do 11 znaków.',
      text: 'Treść',
      send: 'Wyślij do modemu',
      arrived: 'Modem ma wiadomość.',
      held: 'Sieć przechowuje wiadomość, dopóki modem nie będzie mógł jej przyjąć.',
      refused: 'Tego nie można wysłać. Sprawdź numer i treść.',
      failed: 'Nic nie wysłano: symulowany modem nie odpowiada. Spróbuj ponownie, gdy wróci.',
    },
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
