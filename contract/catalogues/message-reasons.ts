import { fillReason, MESSAGE_REASONS } from '../message-reasons.ts';
import type { Translated } from './field-messages/translated.ts';
import type { Language } from './index.ts';

/**
 * Our own reasons in other languages. Pages and files say them in their reader's; the API of messages says them as they are stored, and loads
 * less. What a provider or a recipient said stands in the catalogues of those.
 */
const REASONS: Readonly<Record<keyof typeof MESSAGE_REASONS, Translated>> = {
  quietHours: {
    nl: 'Het is stille tijd.',
    de: 'Es ist Ruhezeit.',
    pl: 'Trwa cisza w wysyłce.',
  },
  batchStopped: {
    nl: 'De verzending waar het bij hoorde is gestopt.',
    de: 'Der Massenversand, zu dem sie gehörte, wurde gestoppt.',
    pl: 'Wysyłka zbiorcza, do której należał, została zatrzymana.',
  },
  earlierAttempt: {
    nl: 'Van een eerdere poging.',
    de: 'Von einem früheren Versuch.',
    pl: 'Dotyczy wcześniejszej próby.',
  },
  chosenBoxRemoved: {
    nl: 'Het kastje van de gekozen modem is verwijderd.',
    de: 'Die Box des gewählten Modems wurde entfernt.',
    pl: 'Urządzenie wybranego modemu zostało usunięte.',
  },
  noModemCouldSend: {
    nl: 'Geen van de modems van het kastje kon verzenden.',
    de: 'Keines der Modems der Box konnte senden.',
    pl: 'Żaden modem urządzenia nie mógł wysyłać.',
  },
  saidSent: {
    nl: 'Het is verzonden, zegt {who}.',
    de: 'Sie wurde gesendet, sagt {who}.',
    pl: 'Został wysłany, mówi {who}.',
  },
  saidNotSent: {
    nl: 'Het is niet verzonden, zegt {who}.',
    de: 'Sie wurde nicht gesendet, sagt {who}.',
    pl: 'Nie został wysłany, mówi {who}.',
  },
  rewritten: {
    nl: '{who} heeft het een andere tekst gegeven.',
    de: '{who} hat ihr einen anderen Text gegeben.',
    pl: 'Inną treść nadał(a) {who}.',
  },
  sentAgain: {
    nl: 'Opnieuw verzonden, zoals het sjabloon vraagt: {time} van hoogstens {most} keer.',
    de: 'Erneut gesendet, wie die Vorlage es verlangt: {time} von höchstens {most} Malen.',
    pl: 'Wysłany ponownie, jak chce szablon: {time} z najwyżej {most} razy.',
  },
  earlierMayBeSent: {
    nl: 'Een eerdere poging is misschien verzonden. Deze poging: {what}',
    de: 'Ein früherer Versuch wurde vielleicht gesendet. Dieser: {what}',
    pl: 'Wcześniejsza próba mogła zostać wysłana. Ta: {what}',
  },
  agentEnded: {
    nl: 'Het kastje viel uit voordat de modem antwoordde: het kan verzonden zijn.',
    de: 'Die Box fiel aus, bevor das Modem antwortete: Sie kann gesendet worden sein.',
    pl: 'Urządzenie przestało działać, zanim modem odpowiedział: SMS mógł zostać wysłany.',
  },
  networkStatus: {
    nl: 'Het netwerk meldt status {status}.',
    de: 'Das Netz meldet Status {status}.',
    pl: 'Sieć podała status {status}.',
  },
  restRevoked: {
    nl: 'De overige delen zijn teruggehaald.',
    de: 'Die übrigen Teile wurden zurückgeholt.',
    pl: 'Pozostałe części wycofano.',
  },
  restTooOld: {
    nl: 'De overige delen waren te oud om te verzenden.',
    de: 'Die übrigen Teile waren zu alt zum Senden.',
    pl: 'Pozostałe części były za stare, aby je wysłać.',
  },
  modemError: {
    nl: 'De modem of het netwerk weigerde het (+{source} ERROR: {code}).',
    de: 'Das Modem oder das Netz hat sie abgelehnt (+{source} ERROR: {code}).',
    pl: 'Modem lub sieć odmówiły (+{source} ERROR: {code}).',
  },
  sendingStopped: {
    nl: 'Al het verzenden is stopgezet.',
    de: 'Der gesamte Versand ist gestoppt.',
    pl: 'Cała wysyłka jest wstrzymana.',
  },
  boxRemoved: {
    nl: 'Het kastje is verwijderd: het kan verzonden zijn.',
    de: 'Die Box wurde entfernt: Sie kann gesendet worden sein.',
    pl: 'Urządzenie zostało usunięte: SMS mógł zostać wysłany.',
  },
  newJournal: {
    nl: 'Het kastje begon opnieuw en weet niet wat ervan geworden is.',
    de: 'Die Box begann von vorn und weiß nicht, was daraus wurde.',
    pl: 'Urządzenie zaczęło od nowa i nie wie, co się z nim stało.',
  },
  boxNotHeardOf: {
    nl: 'Van het kastje is niets gehoord totdat het te oud was.',
    de: 'Von der Box war nichts zu hören, bis sie zu alt war.',
    pl: 'Urządzenie nie odezwało się, zanim wiadomość stała się za stara.',
  },
  diskOlder: {
    nl: 'De schijf van het kastje is ouder dan wat het eerder bevestigde: hij is teruggezet of gekopieerd.',
    de: 'Der Datenträger der Box ist älter als das, was sie schon bestätigt hat: Er wurde zurückgespielt oder kopiert.',
    pl: 'Dysk urządzenia jest starszy niż to, co już potwierdziło: został przywrócony lub skopiowany.',
  },
  journalUnknown: {
    nl: 'Het kastje heeft een journaal dat deze omgeving niet kent.',
    de: 'Die Box hat ein Journal, das diese Umgebung nicht kennt.',
    pl: 'Urządzenie ma dziennik, którego to środowisko nie zna.',
  },
  modemUnknown: {
    nl: 'Het is voor de modem {modem}, en die heeft dit kastje niet.',
    de: 'Sie ist für das Modem {modem}, und diese Box hat es nicht.',
    pl: 'Jest dla modemu {modem}, którego to urządzenie nie ma.',
  },
  tooManyParts: {
    nl: 'De tekst heeft {parts} delen, en {most} is het maximum.',
    de: 'Der Text hat {parts} Teile, und {most} sind das Höchste.',
    pl: 'Liczba części tekstu: {parts}; najwięcej można wysłać {most}.',
  },
  attemptForgotten: {
    nl: 'Het kastje heeft deze poging misschien al gehad en weet niet meer wat ervan geworden is.',
    de: 'Die Box hatte diesen Versuch vielleicht schon und weiß nicht mehr, was daraus wurde.',
    pl: 'Urządzenie mogło już mieć tę próbę i nie wie, co się z nią stało.',
  },
  notReady: {
    nl: 'De modem is niet gereed.',
    de: 'Das Modem ist nicht bereit.',
    pl: 'Modem nie jest gotowy.',
  },
  noAnswer: {
    nl: 'De modem gaf geen antwoord ({what}).',
    de: 'Das Modem hat nicht geantwortet ({what}).',
    pl: 'Modem nie odpowiedział ({what}).',
  },
  promptLeft: {
    nl: 'De modem wilde de tekst niet hebben. {what}',
    de: 'Das Modem wollte den Text nicht annehmen. {what}',
    pl: 'Modem nie chciał przyjąć tekstu. {what}',
  },
  portClosed: {
    nl: 'De verbinding met de modem is verbroken ({what}).',
    de: 'Die Verbindung zum Modem ist abgebrochen ({what}).',
    pl: 'Połączenie z modemem zostało przerwane ({what}).',
  },
  modemRestarted: {
    nl: 'De modem is opnieuw gestart.',
    de: 'Das Modem hat neu gestartet.',
    pl: 'Modem uruchomił się ponownie.',
  },
  settingsLost: {
    nl: 'De modem is zijn instellingen kwijt.',
    de: 'Das Modem hat seine Einstellungen verloren.',
    pl: 'Modem stracił swoje ustawienia.',
  },
};

const patterns = Object.entries(MESSAGE_REASONS).map(([name, english]) => ({
  pattern: new RegExp(`^${english.replace(/[.+()]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>.+)')}$`),
  translated: REASONS[name as keyof typeof REASONS],
}));

/** A reason of ours as people read it; what others said, or what was said in their language already, stays as it is. */
export function sayOwnReason(language: Language, said: string): string {
  if (language === 'en') return said;
  for (const { pattern, translated } of patterns) {
    const found = pattern.exec(said);
    if (!found) continue;
    const { what, ...values } = found.groups ?? {};
    return fillReason(translated[language], {
      ...values,
      ...(what !== undefined && { what: sayOwnReason(language, what) }),
    });
  }
  return said;
}
