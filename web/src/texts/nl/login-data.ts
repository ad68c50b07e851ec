import type { Catalogue } from '../catalogue.ts';

export const loginData: Catalogue<'nl'>['loginData'] = {
  loginName: 'Uw gebruikersnaam',
  password: 'Uw wachtwoord',
  passwordAgain: 'Uw wachtwoord nog een keer',
  nameRules: 'Voorwaarden:',
  nameLength: '3 tot 100 tekens',
  nameNoSpaces: 'geen spaties',
  nameNotIssued: 'niet de naam die u kreeg',
  nameNotPrefix: 'begint niet met {{prefix}}',
  nameTaken: 'Deze gebruikersnaam is al in gebruik. Kies een andere.',
  passwordRules: 'Voorwaarden:',
  passwordLength: 'minstens {{least}} tekens: een paar woorden onthoudt u makkelijk',
  passwordNotLoginName: 'niet uw gebruikersnaam',
  passwordSame: 'beide keren hetzelfde',
  passwordHint: 'Wachtwoorden die veel mensen gebruiken en reeksen zoals 123456 worden geweigerd.',
  ruleMissing: 'Nog niet in orde: {{rule}}',
};
