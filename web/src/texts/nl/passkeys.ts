import type { Catalogue } from '../catalogue.ts';

export const passkeys: Catalogue<'nl'>['passkeys'] = {
  title: 'Uw passkeys',
  intro: 'Na uw wachtwoord opent een passkey uw account met uw vingerafdruk, uw gezicht of een pincode.',
  orTitle: 'Of een passkey',
  name: 'Naam van de passkey',
  nameHint: 'Zodat u hem herkent: “Mijn telefoon”.',
  nameMissing: 'Geef de passkey een naam',
  add: 'Passkey toevoegen',
  use: 'Passkey gebruiken',
  remove: 'Verwijderen',
  removeOf: 'De passkey {{name}} verwijderen',
  removed: 'De passkey is verwijderd.',
  confirm: 'Vul uw wachtwoord nog een keer in, want uw login wordt gewijzigd.',
  goOn: 'Verder',
  notDone: 'De browser gaf geen passkey',
  notDoneAction: 'Het is gestopt, duurde te lang, of dit apparaat heeft er geen: probeer het opnieuw.',
  known: 'Dit apparaat heeft al een passkey voor uw account.',
};
