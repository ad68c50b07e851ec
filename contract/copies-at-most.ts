/** Messages that are sent again by one request. */
export const MAX_COPIES = 100;
