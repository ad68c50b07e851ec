import type { Translated } from './translated.ts';

/** Of logins, passwords, recoveries, second factors and sessions. */
export const accounts = {
  'Give the short name of your agency': {
    nl: 'Vul de korte naam van uw uitzendbureau in',
    de: 'Geben Sie den Kurznamen Ihrer Agentur an',
    pl: 'Podaj krótką nazwę swojej agencji',
  },
  'Give the login name': {
    nl: 'Vul de gebruikersnaam in',
    de: 'Geben Sie den Benutzernamen an',
    pl: 'Podaj nazwę użytkownika',
  },
  'Give a login name': {
    nl: 'Vul een gebruikersnaam in',
    de: 'Geben Sie einen Benutzernamen an',
    pl: 'Podaj nazwę użytkownika',
  },
  'Give 1 to 100 characters, without spaces': {
    nl: 'Kies 1 tot 100 tekens, zonder spaties',
    de: 'Wählen Sie 1 bis 100 Zeichen, ohne Leerzeichen',
    pl: 'Wybierz od 1 do 100 znaków, bez spacji',
  },
  'Give 3 to 100 characters, without spaces': {
    nl: 'Kies 3 tot 100 tekens, zonder spaties',
    de: 'Wählen Sie 3 bis 100 Zeichen, ohne Leerzeichen',
    pl: 'Wybierz od 3 do 100 znaków, bez spacji',
  },
  'Choose another login name than the one that you were sent': {
    nl: 'Kies een andere gebruikersnaam dan die u hebt gekregen',
    de: 'Wählen Sie einen anderen Benutzernamen als den, den Sie bekommen haben',
    pl: 'Wybierz inną nazwę użytkownika niż otrzymana',
  },
  'Choose a login name that does not begin with {prefix}': {
    nl: 'Kies een gebruikersnaam die niet met {prefix} begint',
    de: 'Wählen Sie einen Benutzernamen, der nicht mit {prefix} beginnt',
    pl: 'Wybierz nazwę użytkownika, która nie zaczyna się od {prefix}',
  },
  'Give the password': {
    nl: 'Vul het wachtwoord in',
    de: 'Geben Sie das Passwort an',
    pl: 'Podaj hasło',
  },
  'Give at least {least} characters': {
    nl: 'Kies minstens {least} tekens',
    de: 'Wählen Sie mindestens {least} Zeichen',
    pl: 'Minimalna liczba znaków: {least}',
  },
  'Give a shorter password: at most 256 bytes': {
    nl: 'Kies een korter wachtwoord: hoogstens 256 bytes',
    de: 'Wählen Sie ein kürzeres Passwort: höchstens 256 Bytes',
    pl: 'Wybierz krótsze hasło; maksymalna liczba bajtów: 256',
  },
  'This password is on the list of common ones; choose another': {
    nl: 'Dit wachtwoord staat op de lijst van veelgebruikte wachtwoorden; kies een ander',
    de: 'Dieses Passwort steht auf der Liste häufiger Passwörter; wählen Sie ein anderes',
    pl: 'To hasło jest na liście często używanych haseł; wybierz inne',
  },
  'Choose no row of characters and no repetition': {
    nl: 'Kies geen reeks en geen herhaling van tekens',
    de: 'Wählen Sie keine Zeichenfolge und keine Wiederholung',
    pl: 'Nie używaj ciągu kolejnych ani powtarzających się znaków',
  },
  'Do not build it mainly from your name, your login name or the name of the agency': {
    nl: 'Gebruik niet vooral uw naam, uw gebruikersnaam of de naam van het uitzendbureau',
    de: 'Nehmen Sie nicht vor allem Ihren Namen, Ihren Benutzernamen oder den Namen der Agentur',
    pl: 'Nie opieraj hasła na swoim nazwisku, nazwie użytkownika ani nazwie agencji',
  },
  'Choose another password than the one that you were sent': {
    nl: 'Kies een ander wachtwoord dan dat u hebt gekregen',
    de: 'Wählen Sie ein anderes Passwort als das, das Sie bekommen haben',
    pl: 'Wybierz inne hasło niż otrzymane',
  },
  'These login data are not issued ones any more, or staff have blocked the access': {
    nl: 'Dit zijn geen verstrekte inloggegevens meer, of een medewerker heeft de toegang geblokkeerd',
    de: 'Das sind keine vergebenen Zugangsdaten mehr, oder Mitarbeiter haben den Zugang gesperrt',
    pl: 'To nie są już dane wydane przez agencję albo pracownik zablokował dostęp',
  },
  'Give the login name or the mail address': {
    nl: 'Vul de gebruikersnaam of het e-mailadres in',
    de: 'Geben Sie den Benutzernamen oder die E-Mail-Adresse an',
    pl: 'Podaj nazwę użytkownika albo adres e-mail',
  },
  'Give a mail address': {
    nl: 'Vul een e-mailadres in',
    de: 'Geben Sie eine E-Mail-Adresse an',
    pl: 'Podaj adres e-mail',
  },
  'This is no mail address': {
    nl: 'Dit is geen e-mailadres',
    de: 'Das ist keine E-Mail-Adresse',
    pl: 'To nie jest adres e-mail',
  },
  'Give mail or sms': {
    nl: 'Kies mail of sms',
    de: 'Geben Sie mail oder sms an',
    pl: 'Podaj mail albo sms',
  },
  'Give the code': {
    nl: 'Vul de code in',
    de: 'Geben Sie den Code an',
    pl: 'Podaj kod',
  },
  'The code has 8 digits': {
    nl: 'De code heeft 8 cijfers',
    de: 'Der Code hat 8 Ziffern',
    pl: 'Kod ma 8 cyfr',
  },
  'Give the proof that the code was answered with': {
    nl: 'Geef het bewijs op dat op de code is gevolgd',
    de: 'Geben Sie den Nachweis an, der auf den Code folgte',
    pl: 'Podaj dowód otrzymany w odpowiedzi na kod',
  },
  'Give the question': {
    nl: 'Vul de vraag in',
    de: 'Geben Sie die Frage an',
    pl: 'Podaj pytanie',
  },
  'Give the answer': {
    nl: 'Vul het antwoord in',
    de: 'Geben Sie die Antwort an',
    pl: 'Podaj odpowiedź',
  },
  'Give an answer with at least {least} letters or digits': {
    nl: 'Kies een antwoord met minstens {least} letters of cijfers',
    de: 'Wählen Sie eine Antwort mit mindestens {least} Buchstaben oder Ziffern',
    pl: 'Podaj dłuższą odpowiedź; minimalna liczba liter lub cyfr: {least}',
  },
  'Give an answer that does not stand in the question': {
    nl: 'Kies een antwoord dat niet in de vraag staat',
    de: 'Wählen Sie eine Antwort, die nicht in der Frage steht',
    pl: 'Podaj odpowiedź, której nie ma w pytaniu',
  },
  'Answer the verification question first': {
    nl: 'Beantwoord eerst de verificatievraag',
    de: 'Beantworten Sie zuerst die Sicherheitsfrage',
    pl: 'Najpierw odpowiedz na pytanie weryfikacyjne',
  },
  'No verification question is recorded': {
    nl: 'Er is geen verificatievraag vastgelegd',
    de: 'Es ist keine Sicherheitsfrage hinterlegt',
    pl: 'Nie zapisano pytania weryfikacyjnego',
  },
  'The access is disabled; a verification question belongs to one that is not': {
    nl: 'De toegang is uitgeschakeld; een verificatievraag hoort bij een toegang die dat niet is',
    de: 'Der Zugang ist ausgeschaltet; eine Sicherheitsfrage gehört zu einem, der es nicht ist',
    pl: 'Dostęp jest wyłączony; pytanie weryfikacyjne należy do dostępu, który jest włączony',
  },
  'This is the address that your mails go to already': {
    nl: 'Uw e-mails gaan al naar dit adres',
    de: 'An diese Adresse gehen Ihre E-Mails schon',
    pl: 'Na ten adres już przychodzą Państwa wiadomości',
  },
  'Give the token of the invitation': {
    nl: 'Geef de sleutel van de uitnodiging op',
    de: 'Geben Sie den Schlüssel der Einladung an',
    pl: 'Podaj klucz zaproszenia',
  },
  'This employee is deactivated; reactivate first': {
    nl: 'Deze medewerker is gedeactiveerd; activeer eerst opnieuw',
    de: 'Dieser Mitarbeiter ist deaktiviert; aktivieren Sie ihn zuerst wieder',
    pl: 'Ten pracownik jest nieaktywny; najpierw aktywuj go ponownie',
  },
  'This session needs no second factor': {
    nl: 'Deze sessie heeft geen tweede factor nodig',
    de: 'Diese Sitzung braucht keinen zweiten Faktor',
    pl: 'Ta sesja nie wymaga drugiego składnika',
  },
  'No app is being set up, or its time is over; begin again': {
    nl: 'Er wordt geen app ingesteld, of de tijd is om; begin opnieuw',
    de: 'Es wird keine App eingerichtet, oder die Zeit ist um; beginnen Sie neu',
    pl: 'Nie trwa konfigurowanie aplikacji albo minął na to czas; zacznij od nowa',
  },
  'No app is set up': {
    nl: 'Er is geen app ingesteld',
    de: 'Es ist keine App eingerichtet',
    pl: 'Nie skonfigurowano aplikacji',
  },
  'Your agency asks for a second factor: set up another first': {
    nl: 'Uw uitzendbureau vraagt een tweede factor: stel eerst een andere in',
    de: 'Ihre Agentur verlangt einen zweiten Faktor: Richten Sie zuerst einen anderen ein',
    pl: 'Agencja wymaga drugiego składnika: najpierw skonfiguruj inny',
  },
  'Set up a second factor first': {
    nl: 'Stel eerst een tweede factor in',
    de: 'Richten Sie zuerst einen zweiten Faktor ein',
    pl: 'Najpierw skonfiguruj drugi składnik',
  },
  'Give required or optional': {
    nl: 'Kies required of optional',
    de: 'Geben Sie required oder optional an',
    pl: 'Podaj required albo optional',
  },
  'An API token is nobody’s: log in': {
    nl: 'Een API-token is van niemand: log in',
    de: 'Ein API-Token gehört niemandem: Melden Sie sich an',
    pl: 'Token API nie należy do nikogo: zaloguj się',
  },
  'An API token is withdrawn at /v1/api-tokens, it cannot log out': {
    nl: 'Een API-token wordt ingetrokken bij /v1/api-tokens; uitloggen kan het niet',
    de: 'Ein API-Token wird unter /v1/api-tokens zurückgezogen; abmelden kann es sich nicht',
    pl: 'Token API wycofuje się pod /v1/api-tokens; nie można go wylogować',
  },
  'Only the token of an agency’s own site is renewed; this login goes on by being used': {
    nl: 'Alleen het token van de eigen site van een uitzendbureau wordt vernieuwd; deze login blijft open zolang hij wordt gebruikt',
    de: 'Nur das Token der eigenen Seite einer Agentur wird erneuert; diese Anmeldung bleibt, solange sie benutzt wird',
    pl: 'Odnawia się tylko token własnej strony agencji; to logowanie trwa, dopóki jest używane',
  },
  'Give a name that tells what uses the token': {
    nl: 'Geef een naam die zegt wat het token gebruikt',
    de: 'Geben Sie einen Namen an, der sagt, was das Token benutzt',
    pl: 'Podaj nazwę, która mówi, co używa tokena',
  },
  'Give a list of permissions': {
    nl: 'Geef een lijst van rechten op',
    de: 'Geben Sie eine Liste von Rechten an',
    pl: 'Podaj listę uprawnień',
  },
  'Give at least one permission': {
    nl: 'Geef minstens één recht op',
    de: 'Geben Sie mindestens ein Recht an',
    pl: 'Podaj co najmniej jedno uprawnienie',
  },
  'Give each permission once': {
    nl: 'Geef elk recht één keer op',
    de: 'Geben Sie jedes Recht einmal an',
    pl: 'Podaj każde uprawnienie jeden raz',
  },
  'You do not have {permission} yourself': {
    nl: 'U hebt {permission} zelf niet',
    de: 'Sie haben {permission} selbst nicht',
    pl: 'Nie masz uprawnienia {permission}',
  },
  'Give nl, de, pl or en': {
    nl: 'Kies nl, de, pl of en',
    de: 'Geben Sie nl, de, pl oder en an',
    pl: 'Podaj nl, de, pl albo en',
  },
  'Give the passkey a name': {
    nl: 'Geef de passkey een naam',
    de: 'Geben Sie dem Passkey einen Namen',
    pl: 'Nadaj kluczowi dostępu nazwę',
  },
  'Give bytes in base64url': {
    nl: 'Geef bytes in base64url op',
    de: 'Geben Sie Bytes in base64url an',
    pl: 'Podaj bajty w base64url',
  },
  'No passkey is set up': {
    nl: 'Er is geen passkey ingesteld',
    de: 'Es ist kein Passkey eingerichtet',
    pl: 'Nie skonfigurowano klucza dostępu',
  },
  'Passkeys belong to a name, and {address} is an address: on this machine open {named}': {
    nl: 'Passkeys horen bij een naam, en {address} is een adres: open op deze machine {named}',
    de: 'Passkeys gehören zu einem Namen, und {address} ist eine Adresse: Öffnen Sie auf diesem Rechner {named}',
    pl: 'Klucze dostępu należą do nazwy, a {address} to adres: na tym komputerze otwórz {named}',
  },
} as const satisfies Record<string, Translated>;
