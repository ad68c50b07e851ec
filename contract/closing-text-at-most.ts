/** Of a text that stands under every SMS, in characters: two of it still leave room in one part. */
export const CLOSING_TEXT_AT_MOST = 160;
