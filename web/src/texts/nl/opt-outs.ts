import type { Inside } from '../catalogue.ts';

export const optOuts: Inside<'nl'>['optOuts'] = {
  title: 'Wie geen SMS wil',
  shown_one: '{{count}} regel getoond',
  shown_other: '{{count}} regels getoond',
  none: 'Nog niemand heeft zich afgemeld voor SMS. Wie STOP stuurt, verschijnt hier.',
  since: 'Sinds',
  number: 'Nummer eindigt op',
  why: 'Waarom',
  bySms: 'Zei het zelf, met “{{word}}”',
  conversation: 'Gesprek',
  byStaff: 'Vastgelegd door uw uitzendbureau: {{reason}}',
  holds: 'Geldt',
  undone: 'Ongedaan gemaakt',
  undoOf: 'Ongedaan maken: nummer dat eindigt op {{ending}}, sinds {{moment}}',
  record: 'Iemand vastleggen',
};
