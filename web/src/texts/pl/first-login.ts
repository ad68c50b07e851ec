import type { Catalogue } from '../catalogue.ts';

export const firstLogin: Catalogue<'pl'>['firstLogin'] = {
  title: 'Wybierz własne dane logowania',
  intro:
    'To Twoje pierwsze logowanie. Wybierz nazwę użytkownika i hasło, które znasz tylko Ty; potem wszystko inne będzie działać.',
  loginName: 'Twoja nazwa użytkownika',
  password: 'Twoje hasło',
  passwordAgain: 'Twoje hasło jeszcze raz',
  submit: 'Zachowaj te dane',
  nameRules: 'Twoja nazwa użytkownika:',
  nameLength: 'od 3 do 100 znaków',
  nameNoSpaces: 'bez spacji',
  nameNotIssued: 'inna niż ta z maila',
  nameNotPrefix: 'nie zaczyna się od {{prefix}}',
  nameTaken: 'Ta nazwa użytkownika jest zajęta. Wybierz inną.',
  passwordRules: 'Twoje hasło:',
  passwordLength: 'co najmniej {{least}} znaków: kilka słów łatwo zapamiętać',
  passwordNotLoginName: 'inne niż nazwa użytkownika',
  passwordSame: 'takie samo w obu polach',
  passwordTooLong: 'To hasło jest za długie. Wybierz krótsze.',
  passwordIssued: 'Wybierz inne hasło niż to z maila.',
  passwordRefused: 'To hasło zbyt łatwo odgadnąć. Wybierz inne.',
  nameRefused: 'Tej nazwy użytkownika nie można użyć. Wybierz inną.',
  ruleMissing: 'Jeszcze niespełnione: {{rule}}',
  changedBefore: 'Własne dane logowania zostały już wybrane. Zaloguj się nimi.',
};
