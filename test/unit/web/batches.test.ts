import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../contract/client.ts';
import { batchBody, batchRefusals, NO_FIELDS } from '../../../web/src/features/batches/batch-fields.ts';
import { fileFault } from '../../../web/src/features/batches/recipient-file.ts';
import { canBeStopped, lookAgain, shownState } from '../../../web/src/features/batches/states.ts';
import { isThisCount } from '../../../web/src/features/batches/typed-count.ts';

const NONE = {
  ...{ unstarted: 0, waiting: 0, submitted: 0, delivered: 0, undelivered: 0 },
  ...{ unconfirmed: 0, failed: 0, expired: 0, cancelled: 0 },
};
const sending = (counts: Partial<typeof NONE>) => ({ state: 'sending' as const, progress: { ...NONE, ...counts } });

describe('E3-4 how a batch stands', () => {
  it('is done when none of its messages waits, and not before', () => {
    expect(shownState(sending({ delivered: 3, waiting: 1 }))).toBe('sending');
    expect(shownState(sending({ delivered: 3, unstarted: 1 }))).toBe('sending');
    expect(shownState(sending({ delivered: 3, failed: 1 }))).toBe('done');
    // a list does not count the messages of each
    expect(shownState({ state: 'sending' })).toBe('sending');
    expect(shownState({ state: 'stopped', progress: NONE })).toBe('stopped');
  });

  it('is looked at again as long as it changes', () => {
    expect(lookAgain({ state: 'preparing' })).toBe(1000);
    expect(lookAgain({ state: 'prepared' })).toBe(false);
    expect(lookAgain(sending({ waiting: 1 }))).toBe(3000);
    expect(lookAgain(sending({ submitted: 1 }))).toBe(10_000);
    expect(lookAgain(sending({ delivered: 1, failed: 1 }))).toBe(false);
  });

  it('says whether there is anything left to stop', () => {
    expect(canBeStopped({ state: 'prepared' })).toBe(true);
    expect(canBeStopped(sending({ waiting: 1 }))).toBe(true);
    expect(canBeStopped(sending({ unconfirmed: 1 }))).toBe(true);
    expect(canBeStopped(sending({ delivered: 1 }))).toBe(false);
    expect(canBeStopped({ state: 'failed' })).toBe(false);
    expect(canBeStopped({ state: 'stopped' })).toBe(false);
  });
});

it.each([
  ['mensen.csv', 10, undefined],
  ['mensen.XLSX', 10, 'workbook'],
  ['mensen.ods', 10, 'workbook'],
  ['mensen.csv', 0, 'empty'],
  ['mensen.csv', 20_000_001, 'tooLarge'],
])('E3-4 a file %s of %i bytes has the fault %s', (name, size, fault) => {
  expect(fileFault({ name, size })).toBe(fault);
});

it('E3-4 the number of recipients counts however its thousands are parted, and no other number does', () => {
  for (const typed of ['1250', '1.250', '1 250', '1,250', '1’250']) expect(isThisCount(typed, 1250)).toBe(true);
  for (const typed of ['', '125', '12500', 'twelve']) expect(isThisCount(typed, 1250)).toBe(false);
});

describe('E3-4 what is asked for', () => {
  it('has what was given alone, and a template in place of the text', () => {
    const recipients = { uploadId: 'upl_1' };
    const always = { priority: 'low', duplicates: 'skip' };
    expect(batchBody({ ...NO_FIELDS, text: 'Hoi' }, recipients)).toEqual({ ...recipients, ...always, text: 'Hoi' });
    const given = { ...NO_FIELDS, templateId: 'mtp_1', text: 'Hoi', name: ' Kerst ', senderName: 'Brug' };
    expect(batchBody(given, { selectionId: 'sel_1' })).toEqual({
      ...{ ...always, selectionId: 'sel_1', templateId: 'mtp_1', name: 'Kerst', senderName: 'Brug' },
    });
  });

  it('means the moment of the reader’s clock', () => {
    const { sendAt } = batchBody({ ...NO_FIELDS, sendAt: '2026-12-24T08:30' }, { uploadId: 'upl_1' });
    expect(sendAt).toBe(new Date(2026, 11, 24, 8, 30).toISOString());
  });

  it('is refused at the field that it was typed into', () => {
    const errors = [
      { path: 'selectionId', message: 'There is no sel_1' },
      { path: 'sendAt', message: 'too late' },
    ];
    const problem = { type: '', title: '', status: 400, detail: '', code: 'invalid-request', errors, requestId: 'r' };
    expect(batchRefusals(new ProblemError(400, problem as never, null))).toEqual({
      source: 'There is no sel_1',
      sendAt: 'too late',
    });
  });
});
