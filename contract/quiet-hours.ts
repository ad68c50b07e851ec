import * as z from 'zod/mini';
import { PRIORITIES } from './priorities.ts';
import { isTimeZone } from './time-zones.ts';
import { WEEKDAYS } from './weekdays.ts';

/** Of stretches in one week. */
export const WINDOWS_AT_MOST = 7;
const WRONG_NUMBER = `Give 1 to ${WINDOWS_AT_MOST} stretches of the week`;

const MINUTES_OF_WEEK = 7 * 24 * 60;

const timeOfDay = z
  .string('Give a time of day such as 21:00')
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time of day such as 21:00'));
const unique = <T>(list: readonly T[]) => new Set(list).size === list.length;
const someOf = <T extends readonly [string, ...string[]]>(words: T, message: string) =>
  z.array(z.enum(words, message)).check(z.minLength(1, message), z.refine(unique, 'Name each once'));

const window = z.strictObject({
  from: timeOfDay,
  until: timeOfDay.register(z.globalRegistry, {
    description: 'On the next day where it is not after `from`; the same as `from`: for 24 hours',
  }),
  days: z._default(someOf(WEEKDAYS, 'Name days such as Mon'), [...WEEKDAYS]).register(z.globalRegistry, {
    description: 'On which it begins; absent: each day',
  }),
});
export type QuietWindow = z.output<typeof window>;

export const quietHours = z
  .strictObject({
    windows: z
      .array(window)
      .check(z.minLength(1, WRONG_NUMBER), z.maxLength(WINDOWS_AT_MOST, WRONG_NUMBER))
      .register(z.globalRegistry, { description: 'By the clock of the agency, also when clocks change' }),
    timeZone: z
      .optional(z.string().check(z.maxLength(50), z.refine(isTimeZone, 'Give a time zone such as Europe/Amsterdam')))
      .register(z.globalRegistry, { description: 'Absent: that of the agency’s country' }),
    priorities: z
      ._default(someOf(PRIORITIES, `Name some of ${PRIORITIES.join(', ')}`), ['normal', 'low'])
      .register(z.globalRegistry, { description: 'Which they hold for; high goes through unless it is named' }),
    categories: z
      ._default(someOf(['operational', 'marketing'], 'Name operational, marketing, or both'), [
        'operational',
        'marketing',
      ])
      .register(z.globalRegistry, { description: 'Which they hold for' }),
  })
  .check(
    z.refine(({ windows }) => quietMinutes(windows).size < MINUTES_OF_WEEK, {
      path: ['windows'],
      message: 'Leave some time in which messages go',
    }),
  )
  .register(z.globalRegistry, {
    description: 'Messages wait in their lane while these last, and go after them. Absent: they go at any time',
  });
export type QuietHoursSetting = z.output<typeof quietHours>;

export const minuteOfDay = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** How many minutes a stretch lasts by the clock. */
export const lengthOf = ({ from, until }: Pick<QuietWindow, 'from' | 'until'>) =>
  ((minuteOfDay(until) - minuteOfDay(from) + 1440 - 1) % 1440) + 1;

/** The minutes of a week, from Monday on, that are quiet. */
function quietMinutes(windows: readonly QuietWindow[]): Set<number> {
  const quiet = new Set<number>();
  for (const one of windows) {
    for (const day of one.days) {
      const begin = WEEKDAYS.indexOf(day) * 1440 + minuteOfDay(one.from);
      for (let minute = 0; minute < lengthOf(one); minute += 1) quiet.add((begin + minute) % MINUTES_OF_WEEK);
    }
  }
  return quiet;
}
