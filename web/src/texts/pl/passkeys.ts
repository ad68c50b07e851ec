import type { Catalogue } from '../catalogue.ts';

export const passkeys: Catalogue<'pl'>['passkeys'] = {
  title: 'Twoje klucze dostępu',
  intro: 'Po haśle klucz dostępu otwiera konto odciskiem palca, twarzą lub kodem PIN.',
  orTitle: 'Albo klucz dostępu',
  name: 'Nazwa klucza dostępu',
  nameHint: 'Żeby go rozpoznać: „Mój telefon”.',
  nameMissing: 'Nadaj kluczowi dostępu nazwę',
  add: 'Dodaj klucz dostępu',
  use: 'Użyj klucza dostępu',
  remove: 'Usuń',
  removeOf: 'Usuń klucz dostępu {{name}}',
  removed: 'Klucz dostępu został usunięty.',
  confirm: 'Podaj hasło jeszcze raz, bo zmieni się sposób logowania.',
  goOn: 'Dalej',
  notDone: 'Przeglądarka nie podała klucza dostępu',
  notDoneAction: 'Przerwano to, trwało za długo albo na tym urządzeniu go nie ma: spróbuj ponownie.',
  known: 'To urządzenie ma już klucz dostępu do Twojego konta.',
};
