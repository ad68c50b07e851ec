import { type ProviderReason, readProviderDetail } from '../provider-reasons.ts';
import type { ProviderName } from '../providers.ts';
import { sayChoiceRefusal } from './choice-refusals.ts';
import type { Language } from './index.ts';

export const PROVIDER_TITLES: Readonly<Record<ProviderName, string>> = { websms: 'websms', smsapi: 'SMSAPI' };

type Texts = Readonly<Record<ProviderReason, string>>;

const en: Texts = {
  'recipient-refused': 'The provider does not know this number as one that can receive SMS.',
  'recipient-not-allowed': 'The provider’s account may not send to this number.',
  'recipient-blocked': 'This number is on the provider’s block list.',
  'recipient-opted-out': 'The recipient has asked the provider for no more SMS.',
  'recipient-throttled': 'Too many messages to this number in a short time; it is tried again later.',
  'sender-refused': 'The sender is not registered with the provider.',
  'text-refused': 'The provider does not take this text.',
  'too-many-parts': 'The text has more parts than the provider takes.',
  'links-refused': 'The provider does not take the link in this text.',
  'template-refused': 'The provider does not know the template.',
  'country-refused': 'The provider’s account may not send to this country.',
  'category-refused': 'The provider does not take this category of content.',
  'validity-refused': 'The provider does not take the message’s time of validity.',
  'quality-refused': 'The provider does not take the quality of service asked for.',
  'spam-refused': 'The provider takes this text for spam.',
  'callback-refused': 'The provider does not take the address for delivery reports.',
  'request-refused': 'The provider finds a fault in the request.',
  'credentials-refused': 'The provider refuses the login of the account. Check it in the settings.',
  'no-balance': 'The account with the provider has no balance left. Top it up there.',
  'limit-reached': 'The account has reached its limit of messages with the provider.',
  'address-not-allowed': 'The provider’s account is limited to other IP addresses.',
  'account-refused': 'The provider has closed or suspended the account.',
  'access-refused': 'The account has no right to send SMS by the API.',
  'sms-disabled': 'SMS are switched off for the account with the provider.',
  throttled: 'The provider asks for fewer messages a second; it is tried again.',
  'provider-unavailable': 'The provider is not available at the moment; it is tried again.',
  'provider-error': 'The provider had a fault of its own.',
  'out-of-reach': 'The provider cannot be reached; it is tried again.',
  'answer-missing': 'The provider did not answer: it may have been sent, nobody knows.',
  'answer-unreadable': 'The provider’s answer could not be understood: it may have been sent, nobody knows.',
  'status-unknown': 'The provider answered with a code that is not documented: it may have been sent, nobody knows.',
  'account-removed': 'The account with the provider was removed.',
  'route-paused': 'The provider’s route is paused: it goes by the next one.',
  'no-box': 'No box can send: it goes by the next route.',
  'not-delivered': 'The provider could not deliver it.',
};

const nl: Texts = {
  'recipient-refused': 'De aanbieder kent dit nummer niet als een nummer dat sms kan ontvangen.',
  'recipient-not-allowed': 'Het account bij de aanbieder mag niet naar dit nummer verzenden.',
  'recipient-blocked': 'Dit nummer staat op de blokkeerlijst van de aanbieder.',
  'recipient-opted-out': 'De ontvanger heeft zich bij de aanbieder afgemeld voor sms.',
  'recipient-throttled': 'Te veel berichten naar dit nummer in korte tijd; het wordt later opnieuw geprobeerd.',
  'sender-refused': 'De afzender is niet geregistreerd bij de aanbieder.',
  'text-refused': 'De aanbieder neemt deze tekst niet aan.',
  'too-many-parts': 'De tekst heeft meer delen dan de aanbieder aanneemt.',
  'links-refused': 'De aanbieder neemt de link in deze tekst niet aan.',
  'template-refused': 'De aanbieder kent het sjabloon niet.',
  'country-refused': 'Het account bij de aanbieder mag niet naar dit land verzenden.',
  'category-refused': 'De aanbieder neemt deze soort inhoud niet aan.',
  'validity-refused': 'De aanbieder neemt de geldigheidsduur van het bericht niet aan.',
  'quality-refused': 'De aanbieder neemt de gevraagde kwaliteit niet aan.',
  'spam-refused': 'De aanbieder houdt deze tekst voor spam.',
  'callback-refused': 'De aanbieder neemt het adres voor afleverberichten niet aan.',
  'request-refused': 'De aanbieder vindt een fout in de aanvraag.',
  'credentials-refused': 'De aanbieder weigert de inloggegevens van het account. Controleer ze bij de instellingen.',
  'no-balance': 'Het account bij de aanbieder heeft geen tegoed meer. Waardeer het daar op.',
  'limit-reached': 'Het account heeft bij de aanbieder zijn maximum aan berichten bereikt.',
  'address-not-allowed': 'Het account bij de aanbieder is beperkt tot andere IP-adressen.',
  'account-refused': 'De aanbieder heeft het account gesloten of opgeschort.',
  'access-refused': 'Het account heeft geen recht om sms via de API te verzenden.',
  'sms-disabled': 'Sms staat uit voor het account bij de aanbieder.',
  throttled: 'De aanbieder vraagt om minder berichten per seconde; het wordt opnieuw geprobeerd.',
  'provider-unavailable': 'De aanbieder is op dit moment niet beschikbaar; het wordt opnieuw geprobeerd.',
  'provider-error': 'De aanbieder had zelf een storing.',
  'out-of-reach': 'De aanbieder is niet te bereiken; het wordt opnieuw geprobeerd.',
  'answer-missing': 'De aanbieder antwoordde niet: het kan verzonden zijn, niemand weet het.',
  'answer-unreadable': 'Het antwoord van de aanbieder was niet te begrijpen: het kan verzonden zijn, niemand weet het.',
  'status-unknown':
    'De aanbieder antwoordde met een code die niet beschreven is: het kan verzonden zijn, niemand weet het.',
  'account-removed': 'Het account bij de aanbieder is verwijderd.',
  'route-paused': 'De route van de aanbieder is gepauzeerd: het gaat via de volgende.',
  'no-box': 'Geen kastje kan verzenden: het gaat via de volgende route.',
  'not-delivered': 'De aanbieder kon het niet afleveren.',
};

const de: Texts = {
  'recipient-refused': 'Der Anbieter kennt diese Nummer nicht als eine, die SMS empfangen kann.',
  'recipient-not-allowed': 'Das Konto beim Anbieter darf nicht an diese Nummer senden.',
  'recipient-blocked': 'Diese Nummer steht auf der Sperrliste des Anbieters.',
  'recipient-opted-out': 'Die Person hat beim Anbieter weitere SMS abbestellt.',
  'recipient-throttled': 'Zu viele Nachrichten an diese Nummer in kurzer Zeit; es wird später erneut versucht.',
  'sender-refused': 'Der Absender ist beim Anbieter nicht registriert.',
  'text-refused': 'Der Anbieter nimmt diesen Text nicht an.',
  'too-many-parts': 'Der Text hat mehr Teile, als der Anbieter annimmt.',
  'links-refused': 'Der Anbieter nimmt den Link in diesem Text nicht an.',
  'template-refused': 'Der Anbieter kennt die Vorlage nicht.',
  'country-refused': 'Das Konto beim Anbieter darf nicht in dieses Land senden.',
  'category-refused': 'Der Anbieter nimmt diese Art von Inhalt nicht an.',
  'validity-refused': 'Der Anbieter nimmt die Gültigkeitsdauer der Nachricht nicht an.',
  'quality-refused': 'Der Anbieter nimmt die verlangte Qualität nicht an.',
  'spam-refused': 'Der Anbieter hält diesen Text für Spam.',
  'callback-refused': 'Der Anbieter nimmt die Adresse für Zustellberichte nicht an.',
  'request-refused': 'Der Anbieter findet einen Fehler in der Anfrage.',
  'credentials-refused': 'Der Anbieter lehnt die Zugangsdaten des Kontos ab. Prüfen Sie sie in den Einstellungen.',
  'no-balance': 'Das Konto beim Anbieter hat kein Guthaben mehr. Laden Sie es dort auf.',
  'limit-reached': 'Das Konto hat beim Anbieter seine Höchstzahl an Nachrichten erreicht.',
  'address-not-allowed': 'Das Konto beim Anbieter ist auf andere IP-Adressen beschränkt.',
  'account-refused': 'Der Anbieter hat das Konto geschlossen oder gesperrt.',
  'access-refused': 'Das Konto hat kein Recht, SMS über die API zu senden.',
  'sms-disabled': 'SMS sind für das Konto beim Anbieter abgeschaltet.',
  throttled: 'Der Anbieter verlangt weniger Nachrichten pro Sekunde; es wird erneut versucht.',
  'provider-unavailable': 'Der Anbieter ist zurzeit nicht verfügbar; es wird erneut versucht.',
  'provider-error': 'Der Anbieter hatte selbst eine Störung.',
  'out-of-reach': 'Der Anbieter ist nicht erreichbar; es wird erneut versucht.',
  'answer-missing': 'Der Anbieter hat nicht geantwortet: Sie kann gesendet worden sein, niemand weiß es.',
  'answer-unreadable':
    'Die Antwort des Anbieters war nicht zu verstehen: Sie kann gesendet worden sein, niemand weiß es.',
  'status-unknown':
    'Der Anbieter antwortete mit einem Code, der nicht beschrieben ist: Sie kann gesendet worden sein, niemand weiß es.',
  'account-removed': 'Das Konto beim Anbieter wurde entfernt.',
  'route-paused': 'Der Weg über den Anbieter ist angehalten: Sie nimmt den nächsten.',
  'no-box': 'Keine Box kann senden: Sie nimmt den nächsten Weg.',
  'not-delivered': 'Der Anbieter konnte sie nicht zustellen.',
};

const pl: Texts = {
  'recipient-refused': 'Dostawca nie zna tego numeru jako takiego, który może odbierać SMS-y.',
  'recipient-not-allowed': 'Konto u dostawcy nie może wysyłać na ten numer.',
  'recipient-blocked': 'Ten numer jest na liście blokad dostawcy.',
  'recipient-opted-out': 'Odbiorca wypisał się u dostawcy z SMS-ów.',
  'recipient-throttled': 'Zbyt wiele wiadomości na ten numer w krótkim czasie; spróbujemy później.',
  'sender-refused': 'Nadawca nie jest zarejestrowany u dostawcy.',
  'text-refused': 'Dostawca nie przyjmuje tego tekstu.',
  'too-many-parts': 'Tekst ma więcej części, niż przyjmuje dostawca.',
  'links-refused': 'Dostawca nie przyjmuje linku w tym tekście.',
  'template-refused': 'Dostawca nie zna tego szablonu.',
  'country-refused': 'Konto u dostawcy nie może wysyłać do tego kraju.',
  'category-refused': 'Dostawca nie przyjmuje tego rodzaju treści.',
  'validity-refused': 'Dostawca nie przyjmuje czasu ważności wiadomości.',
  'quality-refused': 'Dostawca nie przyjmuje żądanej jakości.',
  'spam-refused': 'Dostawca uznaje ten tekst za spam.',
  'callback-refused': 'Dostawca nie przyjmuje adresu raportów doręczenia.',
  'request-refused': 'Dostawca znajduje błąd w żądaniu.',
  'credentials-refused': 'Dostawca odrzuca dane logowania konta. Sprawdź je w ustawieniach.',
  'no-balance': 'Na koncie u dostawcy nie ma już środków. Doładuj je tam.',
  'limit-reached': 'Konto osiągnęło u dostawcy limit wiadomości.',
  'address-not-allowed': 'Konto u dostawcy jest ograniczone do innych adresów IP.',
  'account-refused': 'Dostawca zamknął lub zawiesił konto.',
  'access-refused': 'Konto nie ma prawa wysyłać SMS-ów przez API.',
  'sms-disabled': 'SMS-y są wyłączone dla konta u dostawcy.',
  throttled: 'Dostawca prosi o mniej wiadomości na sekundę; spróbujemy ponownie.',
  'provider-unavailable': 'Dostawca jest chwilowo niedostępny; spróbujemy ponownie.',
  'provider-error': 'Dostawca miał własną awarię.',
  'out-of-reach': 'Z dostawcą nie ma połączenia; spróbujemy ponownie.',
  'answer-missing': 'Dostawca nie odpowiedział: wiadomość mogła zostać wysłana, nikt tego nie wie.',
  'answer-unreadable': 'Odpowiedź dostawcy była niezrozumiała: wiadomość mogła zostać wysłana, nikt tego nie wie.',
  'status-unknown':
    'Dostawca odpowiedział kodem, którego nie opisano: wiadomość mogła zostać wysłana, nikt tego nie wie.',
  'account-removed': 'Konto u dostawcy zostało usunięte.',
  'route-paused': 'Droga przez dostawcę jest wstrzymana: wiadomość idzie następną.',
  'no-box': 'Żadne urządzenie nie może wysyłać: wiadomość idzie następną drogą.',
  'not-delivered': 'Dostawca nie mógł jej doręczyć.',
};

export const providerReasonTexts: Readonly<Record<Language, Texts>> = { nl, de, pl, en };

/** A reason as people read it; one that came neither from a provider nor from the recipient stays as it is. */
export function sayReason(language: Language, detail: string): string {
  const said = readProviderDetail(detail);
  if (!said) return sayChoiceRefusal(language, detail) ?? detail;
  const text = providerReasonTexts[language][said.reason];
  return said.code === '-' ? text : `${text} (${PROVIDER_TITLES[said.provider]} ${said.code})`;
}
