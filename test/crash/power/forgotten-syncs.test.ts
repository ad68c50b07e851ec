import { expect, it } from 'vitest';
import { MESSAGES } from '../../support/crash/messages.ts';
import { forgetfulDisk, type Sync } from '../../support/crash/power/forgetful-disk.ts';
import { type Cut, cutAfter, cutAtEachStep } from '../../support/crash/power/power-cuts.ts';

const MESSAGE = MESSAGES['one part'];
const UNDER_THE_TEXT = [await cutAfter(MESSAGE, 'after write the text')];
const AFTER_DELIVERY = [{ at: Number.POSITIVE_INFINITY, tear: 'dropped' as const }];

/** What each sync is for: without it, a power cut (after these others) does this harm. */
const HARM: readonly { sync: Sync; before: readonly Cut[]; what: string }[] = [
  { sync: 'of a commit', before: [], what: 'part 1 went out 2 times' },
  { sync: 'of a new segment', before: UNDER_THE_TEXT, what: 'is damaged' },
  // The journal is gone with its name; that it is not sent again then is the cloud's doing.
  { sync: "of a new segment's name", before: UNDER_THE_TEXT, what: 'the agent does not go on' },
  { sync: 'of the removal of old segments', before: AFTER_DELIVERY, what: 'a text that nobody needs is on the disk' },
];

it.each(HARM)('B1 without the sync $sync some power cut ends so: $what', async ({ sync, before, what }) => {
  const found = new Set<string>();
  for await (const { violations } of cutAtEachStep(MESSAGE, before, (disk) => forgetfulDisk(disk, sync))) {
    for (const violation of violations) found.add(violation);
    if (violations.some((violation) => violation.includes(what))) return;
  }
  expect.fail(`no power cut does that; found: ${[...found].join('; ') || 'nothing'}`);
});
