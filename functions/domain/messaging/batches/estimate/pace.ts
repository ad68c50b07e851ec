import { after, DAY, MINUTE } from '../../../shared/clock.ts';
import { type QuietHours, quietFrom, quietUntil } from '../../departure/quiet-hours.ts';

/** One SIM card, which sends parts, or one web provider, which takes whole messages. */
export interface Line {
  /** what it sends in a minute */
  readonly perMinute: number;
  /** what it may send in a day, by UTC; absent: as many as it can */
  readonly perDay?: number;
}

/** How far sending has come. */
export interface Course {
  readonly at: Date;
  /** what each line has sent on that day, by UTC */
  readonly sentToday: readonly number[];
  /** what is still to be sent */
  readonly left: number;
}

/** Less than this is what is left of rounding. */
export const ROUNDING = 1e-6;

/**
 * How far these lines come with what is left until a moment: each at its own pace, none beyond its day, and none while it is quiet. It goes from
 * one change of the pace to the next, so that a week costs some dozens of steps, however much is to be sent.
 */
export function sendUntil(lines: readonly Line[], quiet: QuietHours | undefined, from: Course, until: Date): Course {
  let course = from;
  while (course.left > 0 && course.at < until) {
    const over = quiet && quietUntil(quiet, course.at);
    course = over ? waitUntil(course, earliest(over, until)) : sendOn(lines, course, quiet, until);
  }
  return course;
}

/** Until somebody has reached the end of his day, the day is over, it is quiet, all is sent, or the time has come. */
function sendOn(lines: readonly Line[], course: Course, quiet: QuietHours | undefined, until: Date): Course {
  const { at, sentToday, left } = course;
  const rooms = lines.map(({ perDay = Number.POSITIVE_INFINITY }, index) => perDay - (sentToday[index] ?? 0));
  const paces = lines.map(({ perMinute }, index) => ((rooms[index] ?? 0) > ROUNDING ? perMinute : 0));
  const together = paces.reduce((sum, pace) => sum + pace, 0);
  const change = earliest(until, midnightAfter(at), ...(quiet ? [quietFrom(quiet, at)] : []));
  if (together === 0) return waitUntil(course, change);
  const minutes = Math.min(
    (change.getTime() - at.getTime()) / MINUTE,
    left / together,
    ...paces.flatMap((pace, index) => (pace > 0 ? [(rooms[index] ?? 0) / pace] : [])),
  );
  const rest = left - together * minutes;
  const sent = paces.map((pace, index) => (sentToday[index] ?? 0) + pace * minutes);
  // A step is a millisecond at least, as moments are.
  const next = after(at, Math.max(1, Math.ceil(minutes * MINUTE)));
  return waitUntil({ at, sentToday: sent, left: rest < ROUNDING ? 0 : rest }, earliest(next, change));
}

/** Nothing is sent until then; a new day begins with nothing sent. */
export const waitUntil = ({ at, sentToday, left }: Course, to: Date): Course => ({
  at: to,
  left,
  sentToday: to < midnightAfter(at) ? sentToday : sentToday.map(() => 0),
});

const midnightAfter = (moment: Date) => new Date((Math.floor(moment.getTime() / DAY) + 1) * DAY);
const earliest = (...moments: readonly Date[]) => new Date(Math.min(...moments.map((moment) => moment.getTime())));
