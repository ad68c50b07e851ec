import { describe, expect, it } from 'vitest';
import type { ModemHealth } from '../../../../contract/edge.ts';
import {
  type EstimateDependencies,
  estimateBatch,
} from '../../../../functions/domain/messaging/batches/estimate/estimate-batch.ts';
import type { Batch, WantedBatch } from '../../../../functions/domain/messaging/batches/model.ts';
import { madeBatch } from '../../../support/batches/made-batch.ts';
import { healthOf, modemHealth } from '../../../support/health.ts';
import { readyBox } from '../../../support/messages.ts';
import { NIGHTS, quietHoursOf } from '../../../support/quiet-hours.ts';

/** Monday, 10:00 in Amsterdam. */
const NOW = new Date('2026-11-23T09:00:00Z');
const NIGHT = quietHoursOf(NIGHTS);

interface Given {
  readonly recipients?: number;
  readonly partsEach?: number;
  readonly wanted?: Partial<WantedBatch>;
  readonly waiting?: number;
  readonly quiet?: typeof NIGHT;
  readonly marketing?: boolean;
  /** of each box that is in use */
  readonly boxes?: readonly (readonly Partial<ModemHealth>[])[];
  readonly reportedAt?: string;
  /** of the account with websms */
  readonly perSecond?: number;
}

async function estimated(given: Given) {
  const { recipients = 600, partsEach = 1, waiting = 0, boxes = [[{}]], perSecond = 5 } = given;
  const tally = { recipients, parts: recipients * partsEach, credits: recipients, duplicates: 0, refused: 0 };
  const made = madeBatch('ten_1', { state: 'prepared', tally });
  const batch: Batch = { ...made, wanted: { ...made.wanted, ...given.wanted } };
  const all = boxes.map((modems, index) => ({ box: readyBox({ tenantId: 'ten_1', boxId: `box_${index}` }), modems }));
  const dependencies = {
    clock: { now: () => NOW },
    boxes: { list: async () => all.map(({ box }) => box) },
    healths: {
      list: async () =>
        all.map(({ box, modems }) => {
          const report = healthOf(box, { at: given.reportedAt ?? NOW.toISOString(), modems: modems.map(modemHealth) });
          return { tenantId: 'ten_1', boxId: box.boxId, heardAt: report.at, complaints: {}, report };
        }),
    },
    accounts: { find: async ({ provider }) => (provider === 'websms' ? ({ perSecond } as never) : undefined) },
    lanes: { waiting: async () => waiting },
    sendingRules: { find: async () => ({ isStopped: false, ...(given.quiet && { quietHours: given.quiet }) }) },
    templates: {
      find: async () => ({ fields: { category: given.marketing ? 'marketing' : 'operational' } }) as never,
    },
  } satisfies EstimateDependencies;
  const { doneAt, ...rest } = await estimateBatch(dependencies, batch, undefined);
  return { doneAt: doneAt.toISOString(), ...rest };
}

describe('E3-4 B4 the estimate of a batch', () => {
  it.each<[string, Given, object]>([
    ['by one modem', {}, { perMinute: 10, doneAt: '2026-11-23T10:00:00.000Z', tooOld: 0 }],
    ['by the modems of all boxes', { boxes: [[{}, {}], [{}]] }, { perMinute: 30, doneAt: '2026-11-23T09:20:00.000Z' }],
    [
      'with limits of SIM cards',
      {
        boxes: [
          [
            { perMinuteAtMost: 4, perDayAtMost: 100 },
            { perMinuteAtMost: 100, perDayAtMost: 5000 },
          ],
        ],
      },
      // 25 minutes at 14, then 10 a minute
      { perMinute: 14, perDay: 5100, doneAt: '2026-11-23T09:50:00.000Z' },
    ],
    [
      'with what a SIM card has sent today',
      { recipients: 30, boxes: [[{ perDayAtMost: 100, sentToday: 80 }]] },
      { perDay: 100, doneAt: '2026-11-24T00:01:00.000Z' },
    ],
    [
      'with what it said yesterday of a day that is over',
      { recipients: 30, boxes: [[{ perDayAtMost: 100, sentToday: 80 }]], reportedAt: '2026-11-22T23:59:00.000Z' },
      { doneAt: '2026-11-23T09:03:00.000Z' },
    ],
    [
      'without a modem that is paused, or whose SIM card can’t be used',
      { boxes: [[{}, { paused: true }, { sim: 'not-ready' }]] },
      { perMinute: 10 },
    ],
    ['after what waits already', { waiting: 300 }, { waitingBefore: 300, doneAt: '2026-11-23T10:30:00.000Z' }],
    ['of long texts', { partsEach: 3 }, { perMinute: 10, doneAt: '2026-11-23T12:00:00.000Z' }],
    ['by a web provider', { wanted: { route: 'websms' } }, { perMinute: 300, doneAt: '2026-11-23T09:02:00.000Z' }],
    [
      'by one that takes long texts whole',
      { partsEach: 3, waiting: 300, wanted: { route: 'websms' } },
      { perMinute: 300, doneAt: '2026-11-23T09:03:00.000Z' },
    ],
    [
      'by an account that allows more than is called side by side',
      { perSecond: 100, wanted: { route: 'websms' } },
      { perMinute: 600, doneAt: '2026-11-23T09:01:00.000Z' },
    ],
    ['by one without an account', { wanted: { route: 'smsapi' } }, { perMinute: 0, tooOld: 600 }],
    ['with nothing that sends', { boxes: [] }, { perMinute: 0, tooOld: 600, doneAt: '2026-11-30T09:00:00.000Z' }],
    [
      'that is too large for a week says how many would be too old',
      { recipients: 40_000, partsEach: 3 },
      { tooOld: 40_000 - (7 * 1440 * 10) / 3, doneAt: '2026-11-30T09:00:00.000Z' },
    ],
    [
      'whose SIM card has a limit of a day says so too',
      { recipients: 1_000, boxes: [[{ perDayAtMost: 100 }]] },
      { tooOld: 200 },
    ],
  ])('%s', async (_, given, expected) => {
    expect(await estimated(given)).toMatchObject(expected);
  });
});

describe('B7 the estimate of a batch for later, or with quiet hours', () => {
  const later = (sendAt: string) => ({ wanted: { sendAt } });
  it.each<[string, Given, object]>([
    ['begins at its time', later('2026-11-25T12:00:00.000Z'), { doneAt: '2026-11-25T13:00:00.000Z' }],
    ['begins now where its time has passed', later('2026-11-23T08:00:00.000Z'), { doneAt: '2026-11-23T10:00:00.000Z' }],
    [
      'what waits now is done by then',
      { ...later('2026-11-23T12:00:00.000Z'), waiting: 600 },
      { doneAt: '2026-11-23T13:00:00.000Z' },
    ],
    ['or not yet', { ...later('2026-11-23T12:00:00.000Z'), waiting: 2_400 }, { doneAt: '2026-11-23T14:00:00.000Z' }],
    [
      'its week counts from its time',
      { ...later('2026-11-25T12:00:00.000Z'), recipients: 1_000, boxes: [[{ perDayAtMost: 100 }]] },
      { tooOld: 200, doneAt: '2026-12-02T12:00:00.000Z' },
    ],
    ['rests at night', { quiet: NIGHT, recipients: 6_610 }, { doneAt: '2026-11-24T07:01:00.000Z' }],
    [
      'a time in the night waits for the morning',
      { quiet: NIGHT, ...later('2026-11-24T01:00:00.000Z') },
      { doneAt: '2026-11-24T08:00:00.000Z' },
    ],
    [
      'an urgent one goes on at night',
      { quiet: NIGHT, recipients: 6_610, wanted: { priority: 'high' } },
      { doneAt: '2026-11-23T20:01:00.000Z' },
    ],
    [
      'quiet hours for marketing alone don’t hold what is operational',
      { quiet: { ...NIGHT, categories: ['marketing'] }, recipients: 6_610, wanted: { templateId: 'tpl_1' } },
      { doneAt: '2026-11-23T20:01:00.000Z' },
    ],
    [
      'and hold what is marketing',
      {
        ...{ quiet: { ...NIGHT, categories: ['marketing'] }, marketing: true },
        ...{ recipients: 6_610, wanted: { templateId: 'tpl_1' } },
      },
      { doneAt: '2026-11-24T07:01:00.000Z' },
    ],
    [
      'nights shorten the week',
      // 20:00Z to 07:00Z each night: 13 hours of each day are left
      { quiet: NIGHT, recipients: 60_000 },
      { tooOld: 60_000 - 7 * 13 * 600 },
    ],
  ])('%s', async (_, given, expected) => {
    expect(await estimated(given)).toMatchObject(expected);
  });
});
