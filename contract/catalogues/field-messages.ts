import type { FieldCode, FieldValues } from '../field-messages.ts';
import type { Language } from './index.ts';

/** Values stand in braces. */
const TEXTS: Readonly<Record<Language, Readonly<Record<FieldCode, string>>>> = {
  nl: {
    'login-name-missing': 'Vul de gebruikersnaam in',
    'login-name-form': 'Kies 3 tot 100 tekens, zonder spaties',
    'login-name-issued': 'Kies een andere gebruikersnaam dan die u hebt gekregen',
    'login-name-prefix': 'Kies een gebruikersnaam die niet met {prefix} begint',
    'password-missing': 'Vul het wachtwoord in',
    'password-too-short': 'Kies minstens {least} tekens',
    'password-too-long': 'Kies een korter wachtwoord: hoogstens 256 bytes',
    'password-common': 'Dit wachtwoord staat op de lijst van veelgebruikte wachtwoorden; kies een ander',
    'password-pattern': 'Kies geen reeks en geen herhaling van tekens',
    'password-context': 'Gebruik niet vooral uw naam, uw gebruikersnaam of de naam van het uitzendbureau',
    'password-issued': 'Kies een ander wachtwoord dan dat u hebt gekregen',
  },
  de: {
    'login-name-missing': 'Geben Sie den Benutzernamen an',
    'login-name-form': 'Wählen Sie 3 bis 100 Zeichen, ohne Leerzeichen',
    'login-name-issued': 'Wählen Sie einen anderen Benutzernamen als den, den Sie bekommen haben',
    'login-name-prefix': 'Wählen Sie einen Benutzernamen, der nicht mit {prefix} beginnt',
    'password-missing': 'Geben Sie das Passwort an',
    'password-too-short': 'Wählen Sie mindestens {least} Zeichen',
    'password-too-long': 'Wählen Sie ein kürzeres Passwort: höchstens 256 Bytes',
    'password-common': 'Dieses Passwort steht auf der Liste häufiger Passwörter; wählen Sie ein anderes',
    'password-pattern': 'Wählen Sie keine Zeichenfolge und keine Wiederholung',
    'password-context': 'Nehmen Sie nicht vor allem Ihren Namen, Ihren Benutzernamen oder den Namen der Agentur',
    'password-issued': 'Wählen Sie ein anderes Passwort als das, das Sie bekommen haben',
  },
  pl: {
    'login-name-missing': 'Podaj nazwę użytkownika',
    'login-name-form': 'Wybierz od 3 do 100 znaków, bez spacji',
    'login-name-issued': 'Wybierz inną nazwę użytkownika niż otrzymana',
    'login-name-prefix': 'Wybierz nazwę użytkownika, która nie zaczyna się od {prefix}',
    'password-missing': 'Podaj hasło',
    'password-too-short': 'Minimalna liczba znaków: {least}',
    'password-too-long': 'Wybierz krótsze hasło; maksymalna liczba bajtów: 256',
    'password-common': 'To hasło jest na liście często używanych haseł; wybierz inne',
    'password-pattern': 'Nie używaj ciągu kolejnych ani powtarzających się znaków',
    'password-context': 'Nie opieraj hasła na swoim nazwisku, nazwie użytkownika ani nazwie agencji',
    'password-issued': 'Wybierz inne hasło niż otrzymane',
  },
  en: {
    'login-name-missing': 'Give the login name',
    'login-name-form': 'Give 3 to 100 characters, without spaces',
    'login-name-issued': 'Choose another login name than the one that you were sent',
    'login-name-prefix': 'Choose a login name that does not begin with {prefix}',
    'password-missing': 'Give the password',
    'password-too-short': 'Give at least {least} characters',
    'password-too-long': 'Give a shorter password: at most 256 bytes',
    'password-common': 'This password is on the list of common ones; choose another',
    'password-pattern': 'Choose no row of characters and no repetition',
    'password-context': 'Do not build it mainly from your name, your login name or the name of the agency',
    'password-issued': 'Choose another password than the one that you were sent',
  },
};

export function fieldMessage(language: Language, code: FieldCode, values: FieldValues = {}): string {
  return TEXTS[language][code].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
