import type { Inside } from '../catalogue.ts';

export const selections: Inside<'pl'>['selections'] = {
  title: 'Twoje wybory',
  intro:
    'Osoby i firmy, które trzymasz razem, do wysyłek zbiorczych. Wybór pozostaje, dopóki go nie usuniesz, i jest tylko Twój.',
  none: 'Nie masz jeszcze żadnego wyboru.',
  kinds: { worker: 'Pracownicy', contact: 'Kontakty', company: 'Firmy', employee: 'Pracownicy biura' },
  changed: 'zmieniono {{moment}}',
  new: 'Nowy wybór',
  name: 'Nazwa',
  nameMissing: 'Podaj nazwę',
  kind: 'Z kogo',
  make: 'Utwórz wybór',
  back: 'Wszystkie Twoje wybory',
  send: 'Wyślij im SMS',
  add: 'Dodaj kogoś',
  members: 'Kto w nim jest',
  empty: 'Nikogo w nim jeszcze nie ma.',
  unnamed: 'Już nie istnieje albo nie możesz go widzieć',
  takeOut: 'Usuń z wyboru',
  takeOutOf: 'Usuń z wyboru: {{name}}',
  remove: 'Usuń wybór',
  removeTitle: 'Usunąć wybór {{name}}?',
  removeIntro: 'Osoby i firmy pozostają bez zmian, wysyłki utworzone z wyboru także. Tego nie da się cofnąć.',
  doRemove: 'Usuń',
};
