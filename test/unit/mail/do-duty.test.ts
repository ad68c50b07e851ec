import { describe, expect, it } from 'vitest';
import { doDuty } from '../../../functions/domain/mail/duties/do-duty.ts';
import { DOUBTFUL_TRIES, HEARD_WITHIN, HELD_FOR, TRY_DELAYS } from '../../../functions/domain/mail/duties/model.ts';
import { sweepDuties } from '../../../functions/domain/mail/duties/sweep-duties.ts';
import { MailPutOff } from '../../../functions/domain/mail/mail-put-off.ts';
import { memoryMailDuties } from '../../support/memory-mail-duties.ts';

const START = new Date('2026-11-22T08:00:00Z');
const MINUTE = 60_000;

/** One mail that is to be made; each time that it is, the next of these happens, and then it goes out. */
function setUp(...fates: ('not now' | 'no answer' | 'death')[]) {
  let now = START;
  const { duties, asked, told, isDone } = memoryMailDuties('ten_1');
  const sent: Date[] = [];
  const tries: Date[] = [];
  const failures: unknown[] = [];
  const givenUp: { readonly tenantId: string }[] = [];
  const deps = {
    ...{ duties, clock: { now: () => now } },
    mailFailed: (error: unknown) => void failures.push(error),
    mailGivenUp: (where: { readonly tenantId: string }) => void givenUp.push(where),
  };
  async function send(): Promise<void> {
    tries.push(now);
    const fate = fates.shift();
    if (fate === 'not now') throw new MailPutOff('throttled');
    if (fate === 'no answer') throw new Error('no answer in time');
    if (fate === 'death') await new Promise(() => {});
    sent.push(now);
  }
  const first = told('mail');
  /** What the stream tells starts, and is left at once: a process that dies never ends it. */
  const hear = async (duty = told('mail')) => {
    const ended = doDuty(deps, duty, send);
    await Promise.race([ended, new Promise((resolve) => setImmediate(resolve))]);
  };
  return {
    ...{ sent, tries, failures, givenUp, asked, hear },
    first: () => hear(first),
    isDone: () => isDone('mail'),
    /** A sweep each minute; what it asks for is told by the stream, twice. */
    async pass(minutes: number) {
      for (let minute = 0; minute < minutes; minute++) {
        now = new Date(now.getTime() + MINUTE);
        const before = asked.length;
        await sweepDuties(deps, 'ten_1');
        if (asked.length === before) continue;
        const duty = told('mail');
        for (const _ of ['told', 'told again']) await hear(duty);
      }
    },
  };
}
const DAYS = 24 * 60;

describe('a mail that nobody waits for', () => {
  it('goes once, told of twice, at once or later', async () => {
    const { first, pass, sent, asked } = setUp();
    await Promise.all([first(), first()]);
    await pass(7 * DAYS);
    await first();
    expect(sent).toEqual([START]);
    expect(asked).toEqual([]);
  });

  it('goes once after the process that had it in hand died', async () => {
    const { first, pass, sent } = setUp('death');
    await first();
    await first();
    await pass(HELD_FOR / MINUTE);
    expect(sent).toEqual([]);
    await pass(2 * DAYS);
    expect(sent).toHaveLength(1);
  });

  it('goes once, later, while the mail service takes none', async () => {
    const { first, pass, sent, failures, givenUp } = setUp('not now', 'not now', 'not now', 'not now');
    await first();
    await pass(7 * DAYS);
    expect(sent).toHaveLength(1);
    expect(failures).toHaveLength(4);
    expect(givenUp).toEqual([]);
  });

  it('is tried for two days, further apart each time, and then given up, which is told of', async () => {
    const { first, pass, tries, isDone, givenUp } = setUp(...Array<'not now'>(20).fill('not now'));
    await first();
    await pass(3 * DAYS);
    expect(isDone()).toBe(true);
    expect(tries).toHaveLength(TRY_DELAYS.length + 1);
    expect(givenUp).toEqual([{ tenantId: 'ten_1' }]);
    const gaps = tries.slice(1).map((at, place) => at.getTime() - (tries[place]?.getTime() ?? 0));
    expect(gaps).toEqual(TRY_DELAYS.map((delay) => delay + MINUTE));
  });

  it('is tried a few times where nobody knows whether it went', async () => {
    const { first, pass, tries, isDone, givenUp } = setUp(...Array<'no answer'>(20).fill('no answer'));
    await first();
    await pass(3 * DAYS);
    expect(tries).toHaveLength(DOUBTFUL_TRIES);
    expect(isDone()).toBe(true);
    expect(givenUp).toHaveLength(1);
  });

  it('ends where each try ends its process', async () => {
    const { first, pass, tries, isDone, givenUp } = setUp(...Array<'death'>(20).fill('death'));
    await first();
    await pass(3 * DAYS);
    expect(tries).toHaveLength(TRY_DELAYS.length + 1);
    expect(givenUp).toHaveLength(1);
    expect(isDone()).toBe(true);
  });

  it('is told of once more where nobody heard', async () => {
    const { duties, told } = memoryMailDuties('ten_1');
    const held = await duties.claim(told('mail'), START);
    if (!held) throw new Error('it is taken');
    const at = (milliseconds: number) => ({ now: () => new Date(START.getTime() + milliseconds) });
    await sweepDuties({ duties, clock: at(1) }, 'ten_1');
    const asked = told('mail');
    await sweepDuties({ duties, clock: at(HEARD_WITHIN) }, 'ten_1');
    expect(told('mail')).toEqual(asked);
    await sweepDuties({ duties, clock: at(HEARD_WITHIN + 2) }, 'ten_1');
    expect(told('mail')).not.toEqual(asked);
  });
});
