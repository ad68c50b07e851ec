import type { Catalogue } from '../catalogue.ts';

export const invitation: Catalogue<'pl'>['invitation'] = {
  title: 'Masz zaproszenie',
  intro: 'Utworzono dla Ciebie konto. Przejdź dalej, aby wybrać dane logowania.',
  open: 'Dalej',
  noLinkTitle: 'Otwórz link z maila',
  noLink: 'Ta strona należy do linku z maila z zaproszeniem. Otwórz go jeszcze raz; link nie został zużyty.',
  chooseTitle: 'Witaj, {{name}}',
  chooseIntro: 'Wybierz nazwę użytkownika i hasło do konta w agencji {{agency}}.',
  submit: 'Zachowaj te dane',
};
