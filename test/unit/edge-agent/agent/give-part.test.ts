import { expect, it } from 'vitest';
import { CloudTime } from '../../../../edge-agent/src/agent/cloud-time.ts';
import { givePart } from '../../../../edge-agent/src/agent/give-part.ts';
import { Journal } from '../../../../edge-agent/src/journal/journal.ts';
import { FakeClock } from '../../../support/edge/fake-clock.ts';
import { FakeModem } from '../../../support/edge/fake-modem.ts';
import { MemoryDisk } from '../../../support/edge/memory-disk.ts';

/** A modem and a message that is on disk. */
async function readyToGive() {
  const clock = new FakeClock();
  const disk = new MemoryDisk();
  const journal = await Journal.open({
    disk,
    now: () => clock.now(),
    random: () => 0.5,
    onFailure: (error) => {
      throw error;
    },
  });
  const time = new CloudTime(clock);
  time.set(clock.now().toISOString(), clock.monotonic());
  const attemptId = `msg_${'0'.repeat(26)}.1`;
  const attempt = { attemptId, to: '+31612345678', text: 'Goedemorgen', notAfter: clock.at(3_600_000) };
  await journal.append({ type: 'received', attempt, parts: 1, at: clock.at(0) });
  const modem = new FakeModem(clock);
  const expire = () => journal.append({ type: 'expired', attemptId, at: time.stamp() });
  const give = () => {
    const taken = journal.state.attempt(attemptId);
    if (!taken) throw new Error('it is not there');
    return givePart({ name: 'office', modem, journal, time, maySend: () => true }, taken, 1);
  };
  return { clock, journal, disk, modem, attemptId, expire, give };
}

it('B1 writes down which modem is given the part before it is', async () => {
  const { disk, modem, give } = await readyToGive();
  const submit = modem.submit.bind(modem);
  const onDisk: boolean[] = [];
  const look = () => {
    const files = [...disk.afterPowerCut().values()].join('');
    onDisk.push(/"type":"submitting".*"modem":"office"/.test(files));
  };
  modem.submit = (part, arm) =>
    submit(part, async () => {
      look();
      await arm();
      look();
    });
  expect(await give()).toMatchObject({ armed: true, outcome: { kind: 'submitted' } });
  expect(onDisk).toEqual([false, true]);
});

it('B1 does not give what was told to have expired, though by the time of the cloud it may be sent again', async () => {
  const { modem, expire, give } = await readyToGive();
  const submit = modem.submit.bind(modem);
  modem.submit = async (part, arm) => {
    await expire();
    return submit(part, arm);
  };
  expect(await give()).toMatchObject({ armed: false, outcome: { kind: 'not-sent' } });
  expect(modem.network.given).toEqual([]);
});

it('B1 does not give what expires while the note is being written', async () => {
  const { modem, expire, give } = await readyToGive();
  const submit = modem.submit.bind(modem);
  modem.submit = (part, arm) => {
    const expired = expire();
    return submit(part, async () => {
      await Promise.all([expired, arm()]);
    });
  };
  expect(await give()).toMatchObject({ outcome: { kind: 'not-sent' } });
  expect(modem.network.given).toEqual([]);
});

it('E4-8 does not give what has become too old while the modem was slow, before anybody has written that it expired', async () => {
  const { clock, modem, give } = await readyToGive();
  const submit = modem.submit.bind(modem);
  modem.submit = async (part, arm) => {
    await clock.advance(3_600_000);
    return submit(part, arm);
  };
  expect(await give()).toMatchObject({ armed: false, outcome: { kind: 'not-sent' } });
  expect(modem.network.given).toEqual([]);
});
