import * as z from 'zod/mini';

/** What is promised where nobody knows whether an attempt was sent. */
export const DELIVERIES = ['at-most-once', 'at-least-once'] as const;
export type Delivery = (typeof DELIVERIES)[number];
/** How often a message that is to come at least once is sent again by itself. */
export const REPEATS_AT_MOST = 2;

export const delivery = z.enum(DELIVERIES, `Say one of ${DELIVERIES.join(', ')}`);
