/**
 * What a function reports when one thing goes wrong while the others go on, as the event of a log line. `alarmAbove` is how many
 * within five minutes are too many, `alarmAboveInAnHour` within an hour; absent: it mends itself, and is only counted.
 */
export const TROUBLES = {
  'box in quarantine': { alarmAbove: 0 },
  'unknown box': { alarmAbove: 0 },
  'stray event': { alarmAbove: 0 },
  'edge event unreadable': { alarmAbove: 0 },
  'join code used twice': { alarmAbove: 0 },
  'certificate request refused': { alarmAbove: 0 },
  'box silent': { alarmAbove: 0 },
  'box health missing': { alarmAbove: 0 },
  'modem unusable': { alarmAbove: 0 },
  'box disk low': { alarmAbove: 0 },
  'box clock off': { alarmAbove: 0 },
  'certificate ends soon': { alarmAbove: 0 },
  'box well again': {},
  'message unreadable': { alarmAbove: 0 },
  'sweep failed': { alarmAbove: 3 },
  'hello out of date': {},
  'hint lost': {},
  'sessions not removed': {},
  'mail not taken': { alarmAbove: 5 },
  'mail given up': { alarmAbove: 0 },
  /** a route is paused until somebody looks at the account, or its balance */
  'provider account refused': { alarmAbove: 0 },
  /** several calls in a row came to nothing: the route rests for a while, longer each time */
  'provider out of reach': { alarmAbove: 1 },
  /** a delivery report of a message that the agency has not, or no longer */
  'stray report': {},
  'callback unreadable': { alarmAbove: 3 },
  /** a wrong password for an account that had none before, or a login name that nobody has: one password tried on many accounts (A15) */
  'account guessed at': { alarmAbove: 100, alarmAboveInAnHour: 300 },
} as const satisfies Record<string, { alarmAbove?: number; alarmAboveInAnHour?: number }>;

export type TroubleName = keyof typeof TROUBLES;
