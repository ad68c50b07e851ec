import { describe, expect, it } from 'vitest';
import type { Command, Health } from '../../../../contract/edge.ts';
import { commandOf } from '../../../support/edge/commands.ts';
import { Office } from '../../../support/edge/office.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function joined(...modems: string[]) {
  const office = new Office(...modems);
  await office.start();
  let number = 0;
  /** Sends a command, lets the box do what it can at once, and tells its answer. */
  async function ask(wish: Parameters<typeof commandOf>[2], fields: object = {}) {
    number += 1;
    const command = { ...commandOf(office, number, wish), ...fields } as Command;
    await office.cloud.sendCommand(command);
    await office.clock.advance(0);
    return { command, answer: () => office.cloud.answerTo(command.commandId) };
  }
  const health = () => office.cloud.heardOf('health').at(-1) as Health;
  return { office, ask, health };
}

describe('pause and resume', () => {
  it('lets messages wait, and send themselves when it is over', async () => {
    const { office, ask, health } = await joined();
    expect((await ask({ kind: 'pause' })).answer()).toMatchObject({ outcome: 'done' });
    const attempt = office.attempt('waits');
    await office.send(attempt);
    await office.clock.advance(HOUR);
    expect(office.network.texts()).toEqual([]);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received']);
    expect(health().modems[0]?.paused).toBe(true);
    expect((await ask({ kind: 'resume' })).answer()).toMatchObject({ outcome: 'done' });
    expect(office.network.texts()).toEqual(['waits']);
    await office.clock.advance(MINUTE);
    expect(health().modems[0]?.paused).toBe(false);
  });

  it('outlives a power cut, and the journal being written anew', async () => {
    const { office, ask } = await joined();
    await ask({ kind: 'pause' });
    await office.restart();
    await office.clock.advance(2 * HOUR);
    await office.restart();
    await office.send(office.attempt('waits'));
    await office.clock.advance(MINUTE);
    expect(office.network.texts()).toEqual([]);
  });

  it('E4-8 lets what waits expire', async () => {
    const { office, ask } = await joined();
    await ask({ kind: 'pause' });
    const attempt = office.attempt('too old', { notAfter: office.clock.at(HOUR) });
    await office.send(attempt);
    await office.clock.advance(HOUR);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'expired']);
    await ask({ kind: 'resume' });
    expect(office.network.texts()).toEqual([]);
  });

  it('of two that come at the same moment neither undoes the other', async () => {
    const { office, ask } = await joined('left', 'right');
    await Promise.all([ask({ kind: 'pause', modem: 'left' }), ask({ kind: 'pause', modem: 'right' })]);
    await office.send(office.attempt('waits'));
    expect(office.network.texts()).toEqual([]);
  });

  it('is told to the cloud at once', async () => {
    const { office, ask, health } = await joined();
    await office.clock.advance(MINUTE / 2);
    await ask({ kind: 'pause' });
    expect(health().modems[0]?.paused).toBe(true);
  });

  it('is of one modem where one is named: the other sends', async () => {
    const { office, ask, health } = await joined('left', 'right');
    await ask({ kind: 'pause', modem: 'left' });
    await office.send(office.attempt('one'), office.attempt('two'));
    expect(office.network.given.map(({ modem }) => modem)).toEqual(['right', 'right']);
    await ask({ kind: 'pause', modem: 'right' });
    await ask({ kind: 'resume', modem: 'left' });
    await office.send(office.attempt('three'));
    expect(office.network.given.at(-1)).toMatchObject({ modem: 'left' });
    await office.clock.advance(MINUTE);
    expect(health().modems.map(({ name, paused }) => [name, paused])).toEqual([
      ['left', false],
      ['right', true],
    ]);
  });

  it('lets the part that the modem has come to its end, and gives it no other', async () => {
    const { office, ask } = await joined();
    const answer = Promise.withResolvers<void>();
    office.modem.answer = async (_, reference) => {
      await answer.promise;
      return { kind: 'submitted', reference };
    };
    const attempt = office.attempt('x'.repeat(400));
    await office.send(attempt);
    await ask({ kind: 'pause' });
    answer.resolve();
    await office.clock.advance(MINUTE);
    expect(office.network.given).toHaveLength(1);
    await ask({ kind: 'resume' });
    expect(office.network.given).toHaveLength(3);
    expect(office.cloud.types(attempt.attemptId)).toEqual(['received', 'submitted']);
  });
});

describe('the other commands', () => {
  it('ussd asks the network by the modem that is named', async () => {
    const { ask } = await joined('left', 'right');
    const { answer } = await ask({ kind: 'ussd', modem: 'right', code: '*100#' });
    expect(answer()).toMatchObject({ outcome: 'done', text: 'answer to *100#' });
  });

  it('ussd fails with the reason of the network', async () => {
    const { office, ask } = await joined();
    office.modem.ussdAnswer = () => Promise.reject(new Error('the network does not support this USSD code'));
    const { answer } = await ask({ kind: 'ussd', modem: 'modem', code: '*999#' });
    expect(answer()).toMatchObject({ outcome: 'failed', text: 'the network does not support this USSD code' });
  });

  it('reset-modem is answered once the modem can send again; another one waits for its turn, or is too late', async () => {
    const { office, ask } = await joined();
    const resets: (() => void)[] = [];
    office.modem.resetAnswer = () => new Promise((resolve) => resets.push(resolve));
    const first = await ask({ kind: 'reset-modem', modem: 'modem' });
    const second = await ask({ kind: 'reset-modem', modem: 'modem' }, { notAfter: office.clock.at(MINUTE) });
    const pause = await ask({ kind: 'pause' });
    expect([first.answer(), second.answer()]).toEqual([undefined, undefined]);
    expect(pause.answer()).toMatchObject({ outcome: 'done' });
    await office.clock.advance(MINUTE);
    resets[0]?.();
    await office.clock.advance(0);
    expect(first.answer()).toMatchObject({ outcome: 'done' });
    expect(second.answer()).toMatchObject({ outcome: 'refused', text: 'its time was over before its turn came' });
    expect(resets).toHaveLength(1);
  });

  it('read-log gives the newest lines', async () => {
    const { office, ask } = await joined();
    await office.send(office.attempt('Goedemorgen'));
    const before = office.logged.length;
    const { answer } = await ask({ kind: 'read-log', lines: 3 });
    const lines = (answer()?.text ?? '').split('\n');
    expect(lines).toEqual(office.logged.slice(before - 2, before + 1).map((line) => JSON.stringify(line)));
    expect(lines.join()).toContain('command-taken');
  });
});

describe('a command', () => {
  it.each([
    [
      'a kind that is not known',
      { kind: 'self-destruct' },
      "this agent's version doesn't know the command self-destruct",
    ],
    ['a known kind in another form', { kind: 'ussd', code: 'hello' }, 'does not have the form'],
    ['a modem that is not there', { modem: 'upstairs' }, 'there is no modem upstairs here, only: modem'],
    ['a time that is over', { notAfter: '2026-11-23T07:59:59.000Z' }, 'it came too late'],
  ])('with %s is refused, with the reason', async (_, fields, reason) => {
    const { ask } = await joined();
    const { answer } = await ask({ kind: 'pause' }, fields);
    expect(answer()).toMatchObject({ outcome: 'refused', text: expect.stringContaining(reason) });
  });

  it('for another journal, or from a cloud that has not welcomed the box, is not taken', async () => {
    const { office } = await joined();
    const command = commandOf(office, 1, { kind: 'pause' });
    await office.cloud.sendCommand(command, `jnl_${'0'.repeat(26)}`);
    office.cloud.answersHello = false;
    const journalId = office.agent?.journalId ?? '';
    await office.restart();
    await office.cloud.sendCommand(command, journalId);
    await office.clock.advance(MINUTE);
    expect(office.cloud.answerTo(command.commandId)).toBeUndefined();
    expect(office.logged.filter(({ event }) => event === 'command-not-taken')).toHaveLength(2);
  });

  it('without an id that could be answered is said to be one', async () => {
    const { office } = await joined();
    await office.cloud.sendCommand({ kind: 'pause' } as Command);
    expect(office.logged.at(-1)).toEqual({ event: 'command-not-understood', fields: {} });
  });

  it('is done once, however often it comes, and answered again until the cloud has it', async () => {
    const { office, ask } = await joined();
    const asked: string[] = [];
    office.modem.ussdAnswer = async (code) => {
      asked.push(code);
      return { text: 'EUR 12.30', expectsReply: false };
    };
    office.cloud.acknowledges = false;
    const { command } = await ask({ kind: 'ussd', modem: 'modem', code: '*100#' });
    await office.cloud.sendCommand(command);
    office.cloud.events.clear();
    await office.restart();
    await office.cloud.sendCommand(command);
    await office.clock.advance(0);
    expect(office.cloud.answerTo(command.commandId)).toMatchObject({ outcome: 'done', text: 'EUR 12.30' });
    office.cloud.acknowledges = true;
    await office.clock.advance(10 * MINUTE);
    office.cloud.events.clear();
    await office.cloud.sendCommand(command);
    await office.clock.advance(23 * HOUR);
    await office.cloud.sendCommand(command);
    await office.clock.advance(0);
    expect(office.cloud.answerTo(command.commandId)).toBeUndefined();
    expect(asked).toEqual(['*100#']);
  });

  it('leaves the journal when nobody can repeat it any more, and its answer as soon as the cloud has it', async () => {
    const { office, ask } = await joined();
    const { command } = await ask({ kind: 'read-log', lines: 1 });
    const onDisk = () => [...office.disk.afterPowerCut().values()].join('');
    await office.clock.advance(HOUR);
    expect(onDisk()).toContain(command.commandId);
    expect(onDisk()).not.toContain('"answered"');
    await office.clock.advance(26 * HOUR);
    expect(onDisk()).not.toContain(command.commandId);
  });

  it('S6 is logged without its code and its answer', async () => {
    const { office, ask } = await joined();
    office.modem.ussdAnswer = async () => ({ text: 'Uw nummer is 0612345678', expectsReply: false });
    await ask({ kind: 'ussd', modem: 'modem', code: '*102*0612345678#' });
    office.modem.ussdAnswer = () => Promise.reject(new Error('not for 0612345678'));
    await ask({ kind: 'ussd', modem: 'modem', code: '*102*0612345678#' });
    await ask({ kind: 'read-log', lines: 200 });
    const log = JSON.stringify(office.logged);
    expect(log).toContain('command-answered');
    expect(log).not.toContain('612345678');
  });
});

it('answers of which two would not fit into one message are told one by one', async () => {
  const { office, ask } = await joined();
  office.modem.ussdAnswer = async () => ({ text: 'é'.repeat(40_000), expectsReply: false });
  office.cloud.acknowledges = false;
  for (let number = 0; number < 3; number += 1) await ask({ kind: 'ussd', modem: 'modem', code: '*100#' });
  const before = office.cloud.heardOf('events').length;
  office.cloud.reconnect(false);
  await office.clock.advance(0);
  const sizes = office.cloud
    .heardOf('events')
    .slice(before)
    .map((said) => Buffer.byteLength(JSON.stringify(said)));
  expect(sizes).toHaveLength(3);
  expect(Math.max(...sizes)).toBeLessThan(128 * 1024);
});
