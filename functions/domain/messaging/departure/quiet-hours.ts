import { lengthOf, minuteOfDay, type QuietHoursSetting } from '../../../../contract/quiet-hours.ts';
import { WEEKDAYS, type Weekday } from '../../../../contract/weekdays.ts';
import { after, MINUTE } from '../../shared/clock.ts';
import type { Message } from '../model.ts';

/** An agency's quiet hours, with the zone whose clocks they are meant by. */
export interface QuietHours extends QuietHoursSetting {
  /** of the IANA database */
  readonly timeZone: string;
}

const MINUTES_OF_WEEK = 7 * 24 * 60;
/** Clocks are changed by an hour at most: so near to what is looked for by the clock it is looked for minute by minute. */
const CHANGE_AT_MOST = 61;

/** Whether a message of this kind waits while they last. */
export function holdFor(
  { priorities, categories }: QuietHours,
  message: Pick<Message, 'priority' | 'category' | 'codeOf'>,
) {
  // Somebody waits for a code in order to go on.
  if (message.codeOf !== undefined) return false;
  return priorities.includes(message.priority ?? 'normal') && categories.includes(message.category ?? 'operational');
}

/** When they are over; undefined where none last at this moment. A moment is quiet by what the clocks show then. */
export function quietUntil(quiet: QuietHours, now: Date): Date | undefined {
  const clock = clockOf(quiet.timeZone);
  const end = firstMinute(now, (moment) => minutesLeft(quiet, clock(moment)));
  return end > now ? end : undefined;
}

/** When they begin next; where they last at this moment, not after it. */
export function quietFrom(quiet: QuietHours, now: Date): Date {
  const clock = clockOf(quiet.timeZone);
  return firstMinute(now, (moment) => minutesAhead(quiet, clock(moment)));
}

/** The first minute, from that of a moment on, of which `minutesTo` says that it is none away. */
function firstMinute(from: Date, minutesTo: (moment: Date) => number): Date {
  let moment = new Date(Math.floor(from.getTime() / MINUTE) * MINUTE);
  for (let minutes = minutesTo(moment); minutes > 0; minutes = minutesTo(moment))
    moment = after(moment, (minutes > CHANGE_AT_MOST ? minutes - CHANGE_AT_MOST : 1) * MINUTE);
  return moment;
}

/** Until the last of the stretches that last at this minute of the week is over; 0 where none does. */
function minutesLeft({ windows }: QuietHours, minute: number): number {
  const left = windows.flatMap((one) =>
    one.days.map((day) => {
      const begin = WEEKDAYS.indexOf(day) * 1440 + minuteOfDay(one.from);
      const gone = (minute - begin + MINUTES_OF_WEEK) % MINUTES_OF_WEEK;
      return Math.max(lengthOf(one) - gone, 0);
    }),
  );
  return Math.max(0, ...left);
}

/** Until the next stretch begins, from this minute of the week on; 0 where one lasts. */
function minutesAhead(quiet: QuietHours, minute: number): number {
  if (minutesLeft(quiet, minute) > 0) return 0;
  const begins = quiet.windows.flatMap(({ from, days }) =>
    days.map((day) => WEEKDAYS.indexOf(day) * 1440 + minuteOfDay(from)),
  );
  return Math.min(...begins.map((begin) => (begin - minute + MINUTES_OF_WEEK) % MINUTES_OF_WEEK));
}

/** What the clocks of a zone show: the minute of the week, from Monday on. */
function clockOf(timeZone: string): (moment: Date) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...{ weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  return (moment) => {
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    const day = WEEKDAYS.indexOf(parts['weekday'] as Weekday);
    return day * 1440 + Number(parts['hour']) * 60 + Number(parts['minute']);
  };
}
