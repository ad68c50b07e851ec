import type { Catalogue } from '../catalogue.ts';

export const login: Catalogue<'pl'>['login'] = {
  title: 'Zaloguj się',
  agency: 'Krótka nazwa Twojej agencji',
  agencyHint: 'Nie znasz jej? Zapytaj swoją agencję.',
  otherAgency: 'Inna agencja?',
  loginName: 'Nazwa użytkownika',
  password: 'Hasło',
  submit: 'Zaloguj się',
  agencyMissing: 'Podaj krótką nazwę swojej agencji',
  loginNameMissing: 'Podaj swoją nazwę użytkownika',
  passwordMissing: 'Podaj swoje hasło',
  sessionOver: 'Nastąpiło wylogowanie',
  sessionOverAction: 'Dla bezpieczeństwa logowanie kończy się po pół godzinie bez użycia. Zaloguj się ponownie.',
  loggedOut: 'Wylogowano.',
  forgotten: 'Nie pamiętasz danych logowania?',
};
