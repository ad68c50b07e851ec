import { describe, expect, it } from 'vitest';
import { LIMITS, RECOVERY } from '../../../edge-agent/src/modem/limits.ts';
import { driverOf, OK, PART, readyDriver } from './driver.ts';
import { ScriptedModem } from './scripted-modem.ts';

const RESTART = 'AT+CFUN=1,1';

describe('a modem that is restarted on request', () => {
  it('is restarted once, set up again, and sends', async () => {
    const { modem, port } = await readyDriver(undefined, { skip: ['reset'] });
    await modem.reset();
    expect(port.heard.filter((said) => said === RESTART)).toHaveLength(1);
    expect(port.heard.indexOf('AT+CMGF=0', port.heard.indexOf(RESTART))).toBeGreaterThan(0);
    expect(await modem.submit(PART, async () => {})).toMatchObject({ kind: 'submitted' });
    port.drop();
    await modem.ready();
    expect(port.heard.filter((said) => said === RESTART)).toHaveLength(1);
  });

  it('comes to the end of its text first', async () => {
    const { modem, port } = await readyDriver((one) => one.onText(() => undefined), { skip: ['reset'] });
    const sending = modem.submit(PART, async () => {});
    await port.hears('<text>');
    const resetting = modem.reset();
    expect(port.heard).not.toContain(RESTART);
    port.say(`\r\n+CMGS: 7\r\n${OK}`);
    expect(await sending).toEqual({ kind: 'submitted', reference: 7 });
    await resetting;
    expect(port.texts).toHaveLength(1);
    expect(port.heard).toContain(RESTART);
  });

  it('is restarted though it was out of reach, without waiting for its next turn', async () => {
    const port = new ScriptedModem();
    port.refusals = 1;
    const { modem, clock } = driverOf(port);
    clock.skip(LIMITS.reset);
    await modem.reset();
    expect(port.heard).toContain(RESTART);
    expect(port.opened).toBe(2);
  });

  it('that cannot send again within five minutes is said not to', async () => {
    const { modem, port, clock } = await readyDriver(undefined, { skip: ['reset'] });
    port.on(/^AT\+CREG\?$/, `\r\n+CREG: 1,2\r\n${OK}`);
    const resetting = modem.reset();
    resetting.catch(() => {});
    await port.hears(RESTART);
    await clock.fire(RECOVERY.readyAfterReset);
    await expect(resetting).rejects.toThrow('the modem cannot send again after 5 minutes');
  });
});

it('a change of the status is told as it happens', async () => {
  const { modem, port } = await readyDriver();
  const states: string[] = [];
  const searching = Promise.withResolvers<void>();
  modem.onStatusChange(() => {
    states.push(modem.status().state);
    if (modem.status().state === 'searching') searching.resolve();
  });
  port.on(/^AT\+CREG\?$/, `\r\n+CREG: 1,2\r\n${OK}`);
  port.say('\r\n+CREG: 2\r\n');
  await searching.promise;
  expect(states).toContain('searching');
});
