import { describe, expect, it } from 'vitest';
import { lowBalanceTexts } from '../../../functions/domain/credits/low-balance/mail-texts.ts';
import type { BalanceMark } from '../../../functions/domain/credits/low-balance/model.ts';
import type { Marks } from '../../../functions/domain/credits/low-balance/ports.ts';
import { sendWarning } from '../../../functions/domain/credits/low-balance/send-warning.ts';
import { watchBalance } from '../../../functions/domain/credits/low-balance/watch-balance.ts';
import type { Mail } from '../../../functions/domain/mail/ports.ts';
import { memoryMailDuties } from '../../support/memory-mail-duties.ts';
import { newId } from '../../support/messages.ts';

const WARNING = { threshold: 20, mailAddress: 'credits@west.example' };

/** An agency in memory, whose stream tells of each note twice. */
function setUp() {
  let available = 100;
  let warning: typeof WARNING | undefined = WARNING;
  let mark: BalanceMark | undefined;
  const { duties, told } = memoryMailDuties('ten_1');
  const mails: Mail[] = [];
  const actions: string[] = [];
  const marks: Marks = {
    look: async () => ({ available, warning, mark }),
    async replace(before, next, audit) {
      if (before?.crossings !== mark?.crossings || before?.level !== mark?.level) return false;
      mark = next;
      actions.push(`${audit.by} ${audit.action}`);
      if (next.level !== 'low') return true;
      const duty = told(`crossing ${next.crossings}`);
      for (const _ of ['told', 'told again']) await sendWarning(telling, next, duty);
      return true;
    },
  };
  const clock = { now: () => new Date('2026-11-22T10:00:00Z') };
  const letter = { agency: 'West', language: 'nl', from: { name: 'West', address: 'info@west.example' } } as const;
  const telling = {
    ...{ duties, clock },
    letters: { letter: async () => letter },
    mailer: {
      async send(mail: Mail) {
        mails.push(mail);
        return 'sent' as const;
      },
    },
    mailFailed: () => {},
    mailGivenUp: () => {},
  };
  const deps = { marks, clock, newId };
  return {
    mails,
    actions,
    deps,
    wantNoWarning: () => {
      warning = undefined;
    },
    async left(credits: number) {
      available = credits;
      await watchBalance(deps, 'ten_1');
    },
  };
}

describe('whom an agency names', () => {
  it('E0-9 is mailed once for each time that the credits fall below the threshold', async () => {
    const { left, mails, actions } = setUp();
    for (const credits of [20, 19, 5, 0, 19]) await left(credits);
    expect(mails).toMatchObject([{ to: 'credits@west.example', subject: expect.stringContaining('West') }]);
    expect(mails[0]?.text).toContain('nog 19 credits');
    for (const credits of [20, 500, 3, 2]) await left(credits);
    expect(mails).toHaveLength(2);
    expect(actions).toEqual(['system balance-low', 'system balance-enough', 'system balance-low']);
  });

  it('E0-9 is mailed once also when two watch at the same moment', async () => {
    const { left, deps, mails } = setUp();
    await left(100);
    await Promise.all([left(1), watchBalance(deps, 'ten_1')]);
    expect(mails).toHaveLength(1);
  });

  it('is mailed nothing where the settings ask for none, and anew when they ask again', async () => {
    const { left, mails, wantNoWarning } = setUp();
    await left(1);
    wantNoWarning();
    await left(1);
    await left(0);
    expect(mails).toHaveLength(1);
  });
});

it.each([
  [1, 'kredyt.'],
  [2, 'kredyty.'],
  [5, 'kredytów.'],
  [12, 'kredytów.'],
  [22, 'kredyty.'],
])('B11 the Polish mail counts as Poles do: %i %s', (count, word) => {
  expect(lowBalanceTexts.pl.left('West', count)).toContain(`${count} ${word}`);
});

it.each(['nl', 'de', 'pl', 'en'] as const)('B11 the mail is written in %s', (language) => {
  const { subject, left, threshold, todo } = lowBalanceTexts[language];
  const texts = [subject('West'), left('West', 3), threshold(20), todo];
  for (const text of texts) expect(text.trim()).not.toBe('');
  expect(new Set(texts).size).toBe(4);
});
