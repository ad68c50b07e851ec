import * as acts from './acts.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Sweeps after which what was lost is found again; then everything is too old, and at last a box's word on it is no longer waited for. */
const INTERVALS = [3 * MINUTE, 3 * MINUTE, 3 * MINUTE, 8 * DAY, 2 * DAY, DAY];

/** Nothing dies, fails or is lost any more, for more than a week. */
export async function settle(acting: acts.Acting): Promise<void> {
  const { world } = acting;
  for (const box of [0, 1]) await acts.use(acting, box, true);
  for (const interval of INTERVALS) {
    await acts.sweep(acting, interval);
    // What one brings about lies on the way to another.
    for (let isMore = true; isMore; ) {
      isMore = world.downlinks.length + world.jobs.length + world.callJobs.length > 0;
      while (world.downlinks.length > 0) await acts.downlink(acting, 0, 'arrives');
      while (world.jobs.length > 0) await acts.workJob(acting, 0, 'arrives');
      for (let count = world.callJobs.length; count > 0; count -= 1) await acts.call(acting, 0, 'arrives', 'taken');
      for (const box of [0, 1]) while (acts.work(acting, box, 'sent')) isMore = true;
      for (const { events } of world.boxes)
        for (let count = events.length; count > 0; count -= 1) await acts.uplink(acting, count - 1);
    }
  }
}
