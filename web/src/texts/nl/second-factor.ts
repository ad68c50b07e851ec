import type { Catalogue } from '../catalogue.ts';

export const secondFactor: Catalogue<'nl'>['secondFactor'] = {
  codeTitle: 'Vul de code van uw app in',
  codeIntro: 'Open de app die uw codes toont. Een van uw herstelcodes werkt ook.',
  code: 'Code',
  codeMissing: 'Vul de code in',
  codeSubmit: 'Verder',
  setUpTitle: 'Bescherm uw login',
  setUpIntro:
    'Uw uitzendbureau vraagt zijn medewerkers om een tweede factor: een app op uw telefoon die codes toont, zoals Aegis, 2FAS of Google Authenticator.',
  begin: 'App instellen',
  scanTitle: 'Koppel uw app',
  scan: 'Scan deze afbeelding met de app, of typ de sleutel over. Vul daarna de code in die de app toont.',
  image: 'QR-code voor uw app',
  key: 'Sleutel: {{secret}}',
  confirm: 'App koppelen',
  keepTitle: 'Bewaar uw herstelcodes',
  keep: 'Elke code opent uw account één keer als u uw telefoon niet hebt. U ziet ze alleen nu: print ze, of bewaar ze in uw wachtwoordmanager.',
  kept: 'Ik heb ze bewaard',
  ownTitle: 'Uw tweede factor',
  hasApp: 'Een app op uw telefoon toont uw codes.',
  noApp: 'Er is geen app ingesteld.',
  removeApp: 'App loskoppelen',
  appRemoved: 'De app is losgekoppeld.',
  codesLeft_one: 'U hebt nog {{count}} herstelcode.',
  codesLeft_other: 'U hebt nog {{count}} herstelcodes.',
  newCodes: 'Nieuwe herstelcodes maken',
};
