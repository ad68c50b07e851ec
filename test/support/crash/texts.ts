/** Messages of one part and of five. */
export const TEXTS = {
  'one part': 'Goedemorgen',
  'five parts': 'Werk morgen van zeven tot vier. '.repeat(23),
} as const;
