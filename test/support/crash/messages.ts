import type { Message } from './judge.ts';

/** What a box is given while it is killed or loses its power. */
export const MESSAGES = {
  'one part': { text: 'Goedemorgen' },
  'five parts': { text: 'Werk morgen van zeven tot vier. '.repeat(23) },
  'overtaken by its revoke': { text: 'Goedemorgen', overtaken: true },
} as const satisfies Readonly<Record<string, Message>>;
