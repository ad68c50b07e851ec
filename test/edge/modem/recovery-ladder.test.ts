import { expect, it } from 'vitest';
import { LocalSending } from '../../../edge-agent/src/cli/local-sending.ts';
import { Journal } from '../../../edge-agent/src/journal/journal.ts';
import { LIMITS, RECOVERY } from '../../../edge-agent/src/modem/limits.ts';
import { retryDelay } from '../../../edge-agent/src/modem/retry-delay.ts';
import { MemoryDisk } from '../../support/edge/memory-disk.ts';
import { driverOf, OK } from './driver.ts';
import { ScriptedModem } from './scripted-modem.ts';

const RESET = 'AT+CFUN=1,1';
/** With this chance none of the waits between tries is another time that the driver waits. */
const HALF = 0.5;

it('B1 walks its ladder at a modem that cannot be made ready, and the message that waits goes out once', async () => {
  const port = new ScriptedModem().on(/CMGF=0/, '\r\nERROR\r\n');
  const openings: string[][] = [];
  const resetsAt: number[] = [];
  const write = port.write.bind(port);
  port.write = async (bytes) => {
    const said = Buffer.from(bytes).toString('latin1');
    if (openings.length < port.opened) openings.push([]);
    const opening = openings.at(-1) ?? [];
    if (opening.length < 2) opening.push(said);
    if (said === `${RESET}\r`) resetsAt.push(port.opened);
    await write(bytes);
  };
  const { modem, clock, log } = driverOf(port, { random: () => HALF });
  clock.skip(LIMITS.reset);
  const states: string[] = [];
  modem.onStatusChange(() => states.push(modem.status().state));
  const journal = await Journal.open({
    ...{ disk: new MemoryDisk(), now: () => clock.now(), random: Math.random },
    onFailure: (error) => {
      throw error;
    },
  });
  const results: unknown[] = [];
  const sending = new LocalSending({
    ...{ journal, modem: { name: 'modem', driver: modem, limits: {} }, clock, random: Math.random },
    log: () => {},
    onResult: ({ state }) => results.push(state),
  });
  const sent = sending.send({ to: '+31612345678', text: 'Goedemorgen', count: 1 });

  for (let failures = 1; failures < RECOVERY.giveUpAfter; failures++) await clock.fire(retryDelay(failures, HALF));
  await expect.poll(() => log.filter(({ event }) => event === 'modem-given-up').length).toBe(1);

  expect(modem.status().state).toBe('given-up');
  // Each try opens the port anew and begins with <escape> and AT, as a predecessor may have died at the prompt; after three the modem
  // is restarted, and after each three more.
  expect(port.opened).toBe(RECOVERY.giveUpAfter);
  expect(openings).toEqual(openings.map(() => ['\x1b\r', 'AT\r']));
  expect(resetsAt).toEqual([4, 7, 10]);
  expect(port.texts).toEqual([]);
  expect(results).toEqual([]);

  port.on(/CMGF=0/, OK);
  await clock.fire(retryDelay(RECOVERY.giveUpAfter, HALF));
  await sent;

  expect(results).toEqual(['submitted']);
  expect(port.texts).toHaveLength(1);
  expect(states.at(-1)).toBe('ready');
  expect(port.opened).toBe(RECOVERY.giveUpAfter + 1);
  await sending.stop();
});
