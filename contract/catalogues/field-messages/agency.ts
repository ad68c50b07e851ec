import type { Translated } from './translated.ts';

/** Of an agency: branches, employees, roles, settings, mail templates, portal access. */
export const agency = {
  'Give the id of a branch': {
    nl: 'Geef het id van een vestiging op',
    de: 'Geben Sie die Id einer Niederlassung an',
    pl: 'Podaj identyfikator oddziału',
  },
  'The id of a branch begins with brn_': {
    nl: 'Het id van een vestiging begint met brn_',
    de: 'Die Id einer Niederlassung beginnt mit brn_',
    pl: 'Identyfikator oddziału zaczyna się od brn_',
  },
  'Give the name of the branch': {
    nl: 'Vul de naam van de vestiging in',
    de: 'Geben Sie den Namen der Niederlassung an',
    pl: 'Podaj nazwę oddziału',
  },
  'An employee id begins with emp_': {
    nl: 'Het id van een medewerker begint met emp_',
    de: 'Die Id eines Mitarbeiters beginnt mit emp_',
    pl: 'Identyfikator pracownika zaczyna się od emp_',
  },
  'Give the name of the employee': {
    nl: 'Vul de naam van de medewerker in',
    de: 'Geben Sie den Namen des Mitarbeiters an',
    pl: 'Podaj imię i nazwisko pracownika',
  },
  'Give 20 roles at most': {
    nl: 'Geef hoogstens 20 rollen op',
    de: 'Geben Sie höchstens 20 Rollen an',
    pl: 'Maksymalna liczba ról: 20',
  },
  'Give each role once': {
    nl: 'Geef elke rol één keer op',
    de: 'Geben Sie jede Rolle einmal an',
    pl: 'Podaj każdą rolę jeden raz',
  },
  'Give the id of a role, or administrator': {
    nl: 'Geef het id van een rol op, of administrator',
    de: 'Geben Sie die Id einer Rolle an, oder administrator',
    pl: 'Podaj identyfikator roli albo administrator',
  },
  'Give the id of a role': {
    nl: 'Geef het id van een rol op',
    de: 'Geben Sie die Id einer Rolle an',
    pl: 'Podaj identyfikator roli',
  },
  'The id of a role begins with rol_': {
    nl: 'Het id van een rol begint met rol_',
    de: 'Die Id einer Rolle beginnt mit rol_',
    pl: 'Identyfikator roli zaczyna się od rol_',
  },
  'Give the name of the role': {
    nl: 'Vul de naam van de rol in',
    de: 'Geben Sie den Namen der Rolle an',
    pl: 'Podaj nazwę roli',
  },
  'One of these roles was removed just now': {
    nl: 'Een van deze rollen is zojuist verwijderd',
    de: 'Eine dieser Rollen wurde gerade entfernt',
    pl: 'Jedna z tych ról została właśnie usunięta',
  },
  'There are {most} roles already; remove one that nobody has': {
    nl: 'Er zijn al {most} rollen; verwijder er een die niemand heeft',
    de: 'Es gibt schon {most} Rollen; entfernen Sie eine, die niemand hat',
    pl: 'Osiągnięto największą liczbę ról: {most}; usuń taką, której nikt nie ma',
  },
  'This role allows {permission}, which you do not have yourself': {
    nl: 'Deze rol geeft {permission}, dat u zelf niet hebt',
    de: 'Diese Rolle erlaubt {permission}, was Sie selbst nicht dürfen',
    pl: 'Ta rola daje uprawnienie {permission}, którego nie masz',
  },
  'This employee has {permission}, which you do not have yourself': {
    nl: 'Deze medewerker heeft {permission}, dat u zelf niet hebt',
    de: 'Dieser Mitarbeiter hat {permission}, was Sie selbst nicht dürfen',
    pl: 'Ten pracownik ma uprawnienie {permission}, którego nie masz',
  },
  'Give an address such as www.example.com, without https://': {
    nl: 'Geef een adres op zoals www.example.com, zonder https://',
    de: 'Geben Sie eine Adresse an wie www.example.com, ohne https://',
    pl: 'Podaj adres taki jak www.example.com, bez https://',
  },
  'Give general, branch or account-manager': {
    nl: 'Kies general, branch of account-manager',
    de: 'Geben Sie general, branch oder account-manager an',
    pl: 'Podaj general, branch albo account-manager',
  },
  'Give the name that mails come from': {
    nl: 'Vul de naam van de afzender van e-mails in',
    de: 'Geben Sie den Namen an, von dem E-Mails kommen',
    pl: 'Podaj nazwę nadawcy wiadomości e-mail',
  },
  'Give a prefix': {
    nl: 'Vul een begin in',
    de: 'Geben Sie einen Anfang an',
    pl: 'Podaj początek',
  },
  'A prefix has 1 to 6 capital letters and digits, a letter first': {
    nl: 'Het begin heeft 1 tot 6 hoofdletters en cijfers, met een letter vooraan',
    de: 'Der Anfang hat 1 bis 6 Großbuchstaben und Ziffern, einen Buchstaben zuerst',
    pl: 'Początek ma od 1 do 6 wielkich liter i cyfr, najpierw literę',
  },
  'Give 10 origins at most': {
    nl: 'Geef hoogstens 10 sites op',
    de: 'Geben Sie höchstens 10 Seiten an',
    pl: 'Maksymalna liczba stron: 10',
  },
  'Give each origin once': {
    nl: 'Geef elke site één keer op',
    de: 'Geben Sie jede Seite einmal an',
    pl: 'Podaj każdą stronę jeden raz',
  },
  'Give https:// and the host name alone, in small letters: https://www.example.com': {
    nl: 'Geef https:// en alleen de hostnaam op, in kleine letters: https://www.example.com',
    de: 'Geben Sie https:// und nur den Hostnamen an, in Kleinbuchstaben: https://www.example.com',
    pl: 'Podaj https:// i samą nazwę hosta, małymi literami: https://www.example.com',
  },
  'Give the name of the template': {
    nl: 'Vul de naam van de template in',
    de: 'Geben Sie den Namen der Vorlage an',
    pl: 'Podaj nazwę szablonu',
  },
  'Give worker-login-data': {
    nl: 'Geef worker-login-data op',
    de: 'Geben Sie worker-login-data an',
    pl: 'Podaj worker-login-data',
  },
  'Give the text in one language at least': {
    nl: 'Geef de tekst in minstens één taal op',
    de: 'Geben Sie den Text in mindestens einer Sprache an',
    pl: 'Podaj tekst co najmniej w jednym języku',
  },
  'Give a subject': {
    nl: 'Vul een onderwerp in',
    de: 'Geben Sie einen Betreff an',
    pl: 'Podaj temat',
  },
  'Give the text of the mail': {
    nl: 'Vul de tekst van de e-mail in',
    de: 'Geben Sie den Text der E-Mail an',
    pl: 'Podaj tekst wiadomości',
  },
  'Give 10,000 characters at most': {
    nl: 'Geef hoogstens 10.000 tekens op',
    de: 'Geben Sie höchstens 10.000 Zeichen an',
    pl: 'Maksymalna liczba znaków: 10 000',
  },
  'Leave out control characters other than line breaks': {
    nl: 'Laat andere stuurtekens dan regeleinden weg',
    de: 'Lassen Sie andere Steuerzeichen als Zeilenumbrüche weg',
    pl: 'Pomiń znaki sterujące inne niż koniec wiersza',
  },
  '{placeholder} is missing: this mail carries login data': {
    nl: '{placeholder} ontbreekt: in deze e-mail staan inloggegevens',
    de: '{placeholder} fehlt: Diese E-Mail enthält Zugangsdaten',
    pl: 'Brakuje {placeholder}: ta wiadomość zawiera dane logowania',
  },
  'A subject can be read by others: leave {placeholder} out': {
    nl: 'Een onderwerp kunnen anderen lezen: laat {placeholder} weg',
    de: 'Einen Betreff können andere lesen: Lassen Sie {placeholder} weg',
    pl: 'Temat mogą przeczytać inni: pomiń {placeholder}',
  },
  'Line {line}: {found} belongs to no placeholder; write {example}': {
    nl: 'Regel {line}: {found} hoort bij geen invulveld; schrijf {example}',
    de: 'Zeile {line}: {found} gehört zu keinem Platzhalter; schreiben Sie {example}',
    pl: 'Wiersz {line}: {found} nie należy do żadnego pola; napisz {example}',
  },
  'Line {line}: {found} is no placeholder; there are {names}': {
    nl: 'Regel {line}: {found} is geen invulveld; er zijn {names}',
    de: 'Zeile {line}: {found} ist kein Platzhalter; es gibt {names}',
    pl: 'Wiersz {line}: {found} nie jest polem; istnieją {names}',
  },
  'Give the id of a mail template': {
    nl: 'Geef het id van een e-mailtemplate op',
    de: 'Geben Sie die Id einer E-Mail-Vorlage an',
    pl: 'Podaj identyfikator szablonu wiadomości',
  },
  'The id of a mail template begins with tpl_': {
    nl: 'Het id van een e-mailtemplate begint met tpl_',
    de: 'Die Id einer E-Mail-Vorlage beginnt mit tpl_',
    pl: 'Identyfikator szablonu wiadomości zaczyna się od tpl_',
  },
  'Templates are for mails that carry login data': {
    nl: 'Templates zijn voor e-mails met inloggegevens',
    de: 'Vorlagen sind für E-Mails mit Zugangsdaten',
    pl: 'Szablony są dla wiadomości z danymi logowania',
  },
  'It has no text in the worker’s language ({language}): add one, or pick another': {
    nl: 'Er is geen tekst in de taal van de flexwerker ({language}): voeg die toe of kies een andere',
    de: 'Sie hat keinen Text in der Sprache der Kraft ({language}): Fügen Sie einen hinzu oder wählen Sie eine andere',
    pl: 'Brak tekstu w języku pracownika tymczasowego ({language}): dodaj go albo wybierz inny szablon',
  },
  'The access is {status}; {action} is possible only when it is {from}': {
    nl: 'De toegang is {status}; {action} kan alleen bij {from}',
    de: 'Der Zugang ist {status}; {action} geht nur bei {from}',
    pl: 'Dostęp ma status {status}; {action} jest możliwe tylko przy statusie {from}',
  },
  'Give 1 at least': {
    nl: 'Geef minstens 1 op',
    de: 'Geben Sie mindestens 1 an',
    pl: 'Podaj co najmniej 1',
  },
  'Give 10,000,000 at most': {
    nl: 'Geef hoogstens 10.000.000 op',
    de: 'Geben Sie höchstens 10.000.000 an',
    pl: 'Podaj najwyżej 10 000 000',
  },
  'Say one of high, normal, low': {
    nl: 'Kies high, normal of low',
    de: 'Geben Sie high, normal oder low an',
    pl: 'Podaj high, normal albo low',
  },
  'Say one of at-most-once, at-least-once': {
    nl: 'Kies at-most-once of at-least-once',
    de: 'Geben Sie at-most-once oder at-least-once an',
    pl: 'Podaj at-most-once albo at-least-once',
  },
} as const satisfies Record<string, Translated>;
