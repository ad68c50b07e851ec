import * as z from 'zod/mini';

/** Of messages that wait for the same modem or provider: the more urgent goes first. */
export const PRIORITIES = ['high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];
export const priority = z.enum(PRIORITIES, `Say one of ${PRIORITIES.join(', ')}`);
