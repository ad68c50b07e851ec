import type { Inside } from '../catalogue.ts';

export const selections: Inside<'nl'>['selections'] = {
  title: 'Uw selecties',
  intro:
    'Mensen en relaties die u bij elkaar houdt, voor bulk-SMS. Een selectie blijft tot u haar verwijdert, en is van u alleen.',
  none: 'U hebt nog geen selectie.',
  kinds: { worker: 'Flexwerkers', contact: 'Contactpersonen', company: 'Relaties', employee: 'Medewerkers' },
  changed: 'gewijzigd {{moment}}',
  new: 'Nieuwe selectie',
  name: 'Naam',
  nameMissing: 'Geef haar een naam',
  kind: 'Van',
  make: 'Selectie maken',
  back: 'Al uw selecties',
  send: 'Stuur hun een SMS',
  add: 'Iemand toevoegen',
  members: 'Wie erin zit',
  empty: 'Er zit nog niemand in.',
  unnamed: 'Bestaat niet meer, of is niet voor u te zien',
  takeOut: 'Eruit halen',
  takeOutOf: '{{name}} eruit halen',
  remove: 'Selectie verwijderen',
  removeTitle: 'De selectie {{name}} verwijderen?',
  removeIntro:
    'Wie erin zit blijft zoals het is, en bulk-SMS’en die ervan zijn gemaakt ook. Dit kan niet ongedaan worden gemaakt.',
  doRemove: 'Verwijderen',
};
