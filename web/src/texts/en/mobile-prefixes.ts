export const mobilePrefixes = {
  title: 'Mobile prefixes',
  notPermitted:
    'For this page you need the permission “See and change the table of mobile prefixes” (101024). Ask your administrator for a role that has it.',
  table: 'Table of mobile prefixes (93001)',
  none: 'The table is empty: every number can be sent to that is a mobile one by its country’s numbering plan.',
  some_one: 'Only numbers with the {{count}} prefix below can be sent to.',
  some_other: 'Only numbers with one of these {{count}} prefixes can be sent to.',
  prefixes: 'Prefixes',
  hint: 'One in each line, with + and the country: +316. Empty: the numbering plans decide.',
} as const;
