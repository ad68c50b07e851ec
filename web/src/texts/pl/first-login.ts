import type { Catalogue } from '../catalogue.ts';

export const firstLogin: Catalogue<'pl'>['firstLogin'] = {
  title: 'Wybierz własne dane logowania',
  intro:
    'To Twoje pierwsze logowanie. Wybierz nazwę użytkownika i hasło, które znasz tylko Ty; potem wszystko inne będzie działać.',
  submit: 'Zachowaj te dane',
};
