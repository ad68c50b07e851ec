import type { Translated } from './field-messages/translated.ts';
import type { Language } from './index.ts';

/**
 * Why a message waits, moved on or did not go, where our own parts said it: by the English sentence as it is stored, with what
 * varies in braces. Pages and files say it in their reader's language; the API says it as it is stored, and loads less. What a provider
 * or a recipient said stands in the catalogues of those.
 */
const REASONS: Readonly<Record<string, Translated>> = {
  'Quiet hours': {
    nl: 'Het is stille tijd.',
    de: 'Es ist Ruhezeit.',
    pl: 'Trwa cisza w wysyłce.',
  },
  'Its batch was stopped': {
    nl: 'De verzending waar het bij hoorde is gestopt.',
    de: 'Der Massenversand, zu dem sie gehörte, wurde gestoppt.',
    pl: 'Wysyłka zbiorcza, do której należał, została zatrzymana.',
  },
  'Of an earlier attempt': {
    nl: 'Van een eerdere poging.',
    de: 'Von einem früheren Versuch.',
    pl: 'Dotyczy wcześniejszej próby.',
  },
  'The box of the chosen modem was removed': {
    nl: 'Het kastje van de gekozen modem is verwijderd.',
    de: 'Die Box des gewählten Modems wurde entfernt.',
    pl: 'Urządzenie wybranego modemu zostało usunięte.',
  },
  'None of the modems of its box could send': {
    nl: 'Geen van de modems van het kastje kon verzenden.',
    de: 'Keines der Modems der Box konnte senden.',
    pl: 'Żaden modem urządzenia nie mógł wysyłać.',
  },
  'It was sent, says {who}': {
    nl: 'Het is verzonden, zegt {who}.',
    de: 'Sie wurde gesendet, sagt {who}.',
    pl: 'Został wysłany, mówi {who}.',
  },
  'It was not sent, says {who}': {
    nl: 'Het is niet verzonden, zegt {who}.',
    de: 'Sie wurde nicht gesendet, sagt {who}.',
    pl: 'Nie został wysłany, mówi {who}.',
  },
  'Sent again, as its template asks: {time} of {most} times at most': {
    nl: 'Opnieuw verzonden, zoals het sjabloon vraagt: {time} van hoogstens {most} keer.',
    de: 'Erneut gesendet, wie die Vorlage es verlangt: {time} von höchstens {most} Malen.',
    pl: 'Wysłany ponownie, jak chce szablon: {time} z najwyżej {most} razy.',
  },
  'An earlier attempt may have been sent. This one: {what}': {
    nl: 'Een eerdere poging is misschien verzonden. Deze poging: {what}',
    de: 'Ein früherer Versuch wurde vielleicht gesendet. Dieser: {what}',
    pl: 'Wcześniejsza próba mogła zostać wysłana. Ta: {what}',
  },
  'the agent ended before the modem answered': {
    nl: 'Het kastje viel uit voordat de modem antwoordde: het kan verzonden zijn.',
    de: 'Die Box fiel aus, bevor das Modem antwortete: Sie kann gesendet worden sein.',
    pl: 'Urządzenie przestało działać, zanim modem odpowiedział: SMS mógł zostać wysłany.',
  },
  'status {status} of the network': {
    nl: 'Het netwerk meldt status {status}.',
    de: 'Das Netz meldet Status {status}.',
    pl: 'Sieć podała status {status}.',
  },
  'the rest was revoked': {
    nl: 'De overige delen zijn teruggehaald.',
    de: 'Die übrigen Teile wurden zurückgeholt.',
    pl: 'Pozostałe części wycofano.',
  },
  'the rest was too old to be sent': {
    nl: 'De overige delen waren te oud om te verzenden.',
    de: 'Die übrigen Teile waren zu alt zum Senden.',
    pl: 'Pozostałe części były za stare, aby je wysłać.',
  },
  '{said} (+{source} ERROR: {code})': {
    nl: 'De modem of het netwerk weigerde het (+{source} ERROR: {code}).',
    de: 'Das Modem oder das Netz hat sie abgelehnt (+{source} ERROR: {code}).',
    pl: 'Modem lub sieć odmówiły (+{source} ERROR: {code}).',
  },
};
const patterns = Object.entries(REASONS).map(([english, translated]) => ({
  pattern: new RegExp(`^${english.replace(/[.+()]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>.+)')}$`),
  translated,
}));
const fill = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** A reason of ours as people read it; what others said, or what was said in their language already, stays as it is. */
export function sayOwnReason(language: Language, said: string): string {
  if (language === 'en') return said;
  for (const { pattern, translated } of patterns) {
    const found = pattern.exec(said);
    if (found) return fill(translated[language], found.groups ?? {});
  }
  return said;
}
