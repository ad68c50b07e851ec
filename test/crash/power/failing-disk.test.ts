import { expect, it } from 'vitest';
import { violations } from '../../support/crash/judge.ts';
import { MESSAGES } from '../../support/crash/messages.ts';
import { FAILURES, failingDisk } from '../../support/crash/power/failing-disk.ts';
import { PoweredBox } from '../../support/crash/power/powered-box.ts';
import { Power } from '../../support/edge/power.ts';

/** Of a new journal, a message of one part and its report. */
const FEWEST_CHANGES = 20;

// Where bytes were refused, those before them are in the file; what an fsync failed on may be on the disk or not.
it.each([
  { disk: 'full', failure: FAILURES.full, tear: 'kept' },
  { disk: 'broken', failure: FAILURES.broken, tear: 'dropped' },
] as const)(
  'B1 a disk that is $disk at any change ends the agent; when it takes changes again, all goes out once',
  async ({ failure, tear }) => {
    let changes = 0;
    for (; ; changes += 1) {
      const box = new PoweredBox(MESSAGES['one part']);
      const failing = box.live(new Map(), new Power(), (disk) => failingDisk(disk, changes, failure));
      const error = await failing.then(
        () => undefined,
        (reason: Error) => reason,
      );
      if (!error) break;
      expect(`${error.message} ${error.cause}`).toContain(failure);
      await box.live(box.disk.afterPowerCut(tear), new Power(), (disk) => disk);
      expect(violations(box.outcome, 'sync'), `failed at change ${changes + 1}`).toEqual([]);
    }
    expect(changes).toBeGreaterThan(FEWEST_CHANGES);
  },
);
