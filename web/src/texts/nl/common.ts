import type { Catalogue } from '../catalogue.ts';

export const common: Catalogue<'nl'>['common'] = {
  portal: 'Portaal',
  skip: 'Naar de inhoud',
  language: 'Taal',
  help: 'Vragen? Uw uitzendbureau helpt u graag.',
  loading: 'Laden…',
  errorsTitle: 'Verbeter eerst dit:',
  reference: 'Kenmerk, als u om hulp vraagt: {{id}}',
  offline: 'Geen verbinding',
  offlineAction: 'Controleer uw internetverbinding en probeer het opnieuw.',
  serverTrouble: 'Er ging bij ons iets mis',
  serverTroubleAction: 'Probeer het over een minuut opnieuw.',
  tooManyTries: 'Te veel pogingen',
  tooManyTriesAction_one: 'Probeer het over {{count}} minuut opnieuw.',
  tooManyTriesAction_other: 'Probeer het over {{count}} minuten opnieuw.',
  tryAgain: 'Opnieuw proberen',
  showPassword: 'Wachtwoord tonen',
  hidePassword: 'Wachtwoord verbergen',
  met: 'in orde',
  notMet: 'nog niet',
};
