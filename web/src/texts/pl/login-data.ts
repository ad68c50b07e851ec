import type { Catalogue } from '../catalogue.ts';

export const loginData: Catalogue<'pl'>['loginData'] = {
  loginName: 'Twoja nazwa użytkownika',
  password: 'Twoje hasło',
  passwordAgain: 'Twoje hasło jeszcze raz',
  nameRules: 'Wymagania:',
  nameLength: 'od 3 do 100 znaków',
  nameNoSpaces: 'bez spacji',
  nameNotIssued: 'inna niż ta z maila',
  nameNotPrefix: 'nie zaczyna się od {{prefix}}',
  nameTaken: 'Ta nazwa użytkownika jest zajęta. Wybierz inną.',
  passwordRules: 'Wymagania:',
  passwordLength: 'co najmniej {{least}} znaków: kilka słów łatwo zapamiętać',
  passwordNotLoginName: 'inne niż nazwa użytkownika',
  passwordSame: 'takie samo w obu polach',
  passwordHint: 'Hasła, których używa wiele osób, i ciągi takie jak 123456 są odrzucane.',
  ruleMissing: 'Jeszcze niespełnione: {{rule}}',
};
