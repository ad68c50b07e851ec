/** What the time is comes in from outside, as do ids and chance. */
export interface Clock {
  now(): Date;
}
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const after = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);
