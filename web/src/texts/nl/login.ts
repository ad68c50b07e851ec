import type { Catalogue } from '../catalogue.ts';

export const login: Catalogue<'nl'>['login'] = {
  title: 'Inloggen',
  agency: 'Korte naam van uw uitzendbureau',
  agencyHint: 'Weet u die niet? Vraag het uw uitzendbureau.',
  otherAgency: 'Ander bureau?',
  loginName: 'Gebruikersnaam',
  password: 'Wachtwoord',
  submit: 'Inloggen',
  agencyMissing: 'Vul de korte naam van uw uitzendbureau in',
  loginNameMissing: 'Vul uw gebruikersnaam in',
  passwordMissing: 'Vul uw wachtwoord in',
  sessionOver: 'U bent uitgelogd',
  sessionOverAction: 'Voor de veiligheid eindigt een login die een half uur niet wordt gebruikt. Log opnieuw in.',
  loggedOut: 'U bent uitgelogd.',
  forgotten: 'Inloggegevens vergeten?',
};
