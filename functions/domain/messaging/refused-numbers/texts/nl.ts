import type { RefusalTexts } from './index.ts';

export const nl: RefusalTexts = {
  subject: (agency) => `${agency}: een sms is niet verzonden, het nummer klopt niet`,
  refused: ({ by, recipient, moment }) =>
    `Een sms van ${by} aan ${recipient} is op ${moment} geweigerd. Er is niets verzonden.`,
  reason: {
    'number-invalid': 'Het nummer is geen telefoonnummer.',
    'number-not-mobile': 'Het nummer is geen mobiel nummer en kan dus geen sms ontvangen.',
    'no-mobile-number': 'Er is geen nummer vastgelegd waar een sms heen kan.',
  },
  numbers: (numbers) => `Vastgelegd zijn: ${numbers}`,
  batch: {
    subject: (agency) => `${agency}: in een verzending kloppen nummers niet`,
    wrong: ({ by, batch, moment, count }) =>
      `In de verzending ${batch} van ${by}, nagekeken op ${moment}, ${count === 1 ? 'klopt 1 nummer' : `kloppen ${count} nummers`} niet. Daar gaat geen sms heen.`,
    lines: (lines, more) => `Regels: ${lines}${more > 0 ? ` en nog ${more}` : ''}`,
    results: 'Wat er niet klopt, staat bij elke regel in de resultaten van de verzending.',
  },
};
