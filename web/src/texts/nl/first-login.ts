import type { Catalogue } from '../catalogue.ts';

export const firstLogin: Catalogue<'nl'>['firstLogin'] = {
  title: 'Kies uw eigen inloggegevens',
  intro:
    'Dit is uw eerste login. Kies een inlognaam en een wachtwoord die alleen u kent; daarna werkt al het andere ook.',
  loginName: 'Uw inlognaam',
  password: 'Uw wachtwoord',
  passwordAgain: 'Uw wachtwoord nog een keer',
  submit: 'Deze inloggegevens bewaren',
  nameRules: 'Uw inlognaam:',
  nameLength: '3 tot 100 tekens',
  nameNoSpaces: 'geen spaties',
  nameNotIssued: 'niet de naam die u kreeg',
  nameNotPrefix: 'begint niet met {{prefix}}',
  nameTaken: 'Deze inlognaam is al in gebruik. Kies een andere.',
  passwordRules: 'Uw wachtwoord:',
  passwordLength: 'minstens {{least}} tekens: een paar woorden onthoudt u makkelijk',
  passwordNotLoginName: 'niet uw inlognaam',
  passwordSame: 'beide keren hetzelfde',
  passwordTooLong: 'Dit wachtwoord is te lang. Kies een korter.',
  passwordIssued: 'Kies een ander wachtwoord dan het wachtwoord dat u kreeg.',
  passwordRefused: 'Dit wachtwoord is te makkelijk te raden. Kies een ander.',
  nameRefused: 'Deze inlognaam kan niet worden gebruikt. Kies een andere.',
  ruleMissing: 'Nog niet in orde: {{rule}}',
  changedBefore: 'U hebt al eigen inloggegevens gekozen. Log daarmee in.',
};
