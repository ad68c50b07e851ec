/** What becomes of a batch of messages. */
export const BATCH_STATES = ['preparing', 'prepared', 'starting', 'sending', 'stopping', 'stopped', 'failed'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** In one batch. */
export const MAX_RECIPIENTS = 100_000;

/** Of one file: 100,000 recipients with 100 characters each, and twice that. */
export const UPLOAD_BYTES = 20_000_000;
