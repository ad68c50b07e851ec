export const EXPORT_STATES = ['running', 'done'] as const;
/** A link to a file of messages is good for so long. */
export const EXPORT_LINK_MINUTES = 5;
