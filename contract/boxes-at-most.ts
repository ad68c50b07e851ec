/** More boxes than this no tenant has. */
export const BOXES_AT_MOST = 100;
