import { expect, it, onTestFinished, vi } from 'vitest';
import { CloudTime } from '../../../edge-agent/src/agent/cloud-time.ts';
import { systemClock } from '../../../edge-agent/src/agent/environment.ts';
import { createInboundDesk } from '../../../edge-agent/src/inbound/inbound-desk.ts';
import { Journal } from '../../../edge-agent/src/journal/journal.ts';
import { createModem } from '../../../edge-agent/src/modem/modem.ts';
import { transportTo } from '../../../edge-agent/src/transport/transport-to.ts';
import { profileName } from '../../../local/modem/profiles.ts';
import { seededRandom, shuffled } from '../../support/crash/random.ts';
import { MemoryDisk } from '../../support/edge/memory-disk.ts';
import { modemForTest } from '../simulated-modem/terminal.ts';

const MESSAGES = 150;

it.each(profileName.options)(
  'B3 B5 takes all that comes to the full memory of a %s modem, each message once and whole',
  async (profile) => {
    const slots = { SM: 5, ME: 5, SR: 5 };
    const simulated = await modemForTest({ settings: { profile, slots } });
    const random = seededRandom(profileName.options.indexOf(profile));
    const texts = Array.from(
      { length: MESSAGES },
      (_, n) => `bericht ${n}: ${'żółw '.repeat(Math.floor(random() * 60))}`,
    );
    for (const [n, text] of texts.entries()) {
      const parts = text.length > 70 ? Math.ceil(text.length / 67) : 1;
      const numbers = Array.from({ length: parts }, (__, part) => part + 1);
      const order = shuffled([...numbers, ...numbers.slice(0, 1)], random);
      simulated.inbound({ from: `+3161234${String(n % 20).padStart(4, '0')}`, text, alphabet: 'ucs2', order });
    }

    const time = new CloudTime(systemClock);
    time.set(new Date().toISOString(), systemClock.monotonic());
    const log = () => {};
    const journal = await Journal.open({
      ...{ disk: new MemoryDisk(), now: () => new Date(), random: Math.random },
      onFailure: (error) => {
        throw error;
      },
    });
    const modem = createModem({
      transport: transportTo({ kind: 'tcp', host: '127.0.0.1', port: simulated.port }),
      log,
    });
    onTestFinished(() => modem.close());
    modem.onMessage(createInboundDesk({ journal, time, clock: systemClock, random: Math.random, log }).from('sim-1'));

    await vi.waitFor(
      () => expect(new Set(simulated.inboundParts().map(({ state }) => state))).toEqual(new Set(['deleted'])),
      { timeout: 50_000, interval: 50 },
    );
    expect(simulated.inboundParts().every(({ readBeforeDeletion }) => readBeforeDeletion)).toBe(true);
    const told = journal.state.inbound.unacknowledged().map(({ text }) => text);
    expect(told.sort()).toEqual(texts.sort());
  },
);
