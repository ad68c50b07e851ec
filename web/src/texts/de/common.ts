import type { Catalogue } from '../catalogue.ts';

export const common: Catalogue<'de'>['common'] = {
  portal: 'Portal',
  skip: 'Zum Inhalt',
  language: 'Sprache',
  help: 'Fragen? Ihre Agentur hilft Ihnen gern.',
  loading: 'Wird geladen…',
  errorsTitle: 'Bitte korrigieren Sie zuerst:',
  reference: 'Kennung, falls Sie um Hilfe bitten: {{id}}',
  offline: 'Keine Verbindung',
  offlineAction: 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
  serverTrouble: 'Bei uns ist etwas schiefgegangen',
  serverTroubleAction: 'Versuchen Sie es in einer Minute noch einmal.',
  tooManyTries: 'Zu viele Versuche',
  tooManyTriesAction_one: 'Versuchen Sie es in {{count}} Minute noch einmal.',
  tooManyTriesAction_other: 'Versuchen Sie es in {{count}} Minuten noch einmal.',
  tryAgain: 'Noch einmal versuchen',
  showPassword: 'Passwort zeigen',
  hidePassword: 'Passwort verbergen',
  met: 'erfüllt',
  notMet: 'noch nicht',
};
