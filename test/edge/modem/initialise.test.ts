import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../edge-agent/src/modem/limits.ts';
import { armed, driverOf, FIRST_RETRY_MS, OK, PART, readyDriver } from './driver.ts';
import { ScriptedModem } from './scripted-modem.ts';

describe('initialising a modem', () => {
  it('sets everything it counts on', async () => {
    const { port } = await readyDriver();

    const needed = [
      'ATE0',
      'AT+CMEE=1',
      'AT+CPIN?',
      'AT+CMGF=0',
      'AT+CSMS=1',
      'AT+CREG=1',
      'AT+CNMI=2,1,0,1,0',
      'AT+CREG?',
    ];
    expect(needed.filter((command) => !port.heard.includes(command))).toEqual([]);
  });

  it('B1 leaves the prompt of a predecessor, so that no command becomes a text', async () => {
    const port = new ScriptedModem();
    port.prompt();
    const { modem } = driverOf(port);
    await expect.poll(() => port.heard[0]).toBe('<escape>');
    await modem.ready();
    await modem.submit(PART, armed);
    expect(port.texts).toHaveLength(1);
  });

  it('passes over the echo and the late answers of before', async () => {
    const { modem, port } = await readyDriver((scripted) =>
      scripted.on(/^ATE0$/, (_, said) => `${said}\r\r\n+CMGS: 3\r\n${OK}${OK}${OK}`),
    );

    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
    expect(port.opened).toBe(1);
  });

  it('tries AT three times, and then the whole again', async () => {
    const port = new ScriptedModem().on(/^AT$/, () => undefined);
    const { modem, clock, log } = driverOf(port);
    for (let probe = 0; probe < 3; probe++) await clock.fire(LIMITS.probe);
    port.on(/^AT$/, OK);

    await clock.fire(FIRST_RETRY_MS);
    await modem.ready();

    expect(log).toContainEqual({
      event: 'modem-out-of-reach',
      fields: { reason: 'the modem did not answer AT', waitMs: FIRST_RETRY_MS },
    });
  });

  it('takes the next way of being told when a modem refuses one', async () => {
    const { port } = await readyDriver((scripted) =>
      scripted
        .on(/CNMI/, '\r\n+CMS ERROR: 303\r\n')
        .on(/CNMI=2,1,2,2,0/, OK)
        .on(/CPMS="SR"/, OK),
    );

    const tried = port.heard.filter((command) => command.startsWith('AT+CNMI'));
    expect(tried.map((command) => command.split('=')[1])).toEqual(['2,1,0,2,0', '2,1,0,1,0', '2,1,2,1,0', '2,1,2,2,0']);
  });

  it('sends without delivery reports when a modem has none, and says so', async () => {
    const { modem, log } = await readyDriver((scripted) => scripted.on(/CNMI/, '\r\nERROR\r\n'));

    expect(log.map(({ event }) => event)).toContain('no-delivery-reports');
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
  });

  it('switches a modem on that was put to sleep', async () => {
    const { port } = await readyDriver((scripted) => scripted.on(/CFUN\?/, `\r\n+CFUN: 4\r\n${OK}`));

    expect(port.heard).toContain('AT+CFUN=1');
  });

  it('is ready only once the modem is registered', async () => {
    let status = 2;
    const port = new ScriptedModem().on(/CREG\?/, () => `\r\n+CREG: 1,${status}\r\n${OK}`);
    const { modem, clock } = driverOf(port);
    let ready = false;
    const becomesReady = modem.ready().then(() => {
      ready = true;
    });

    await clock.fire(LIMITS.registrationPoll);
    await port.hears('AT+CREG?', 2);
    expect(ready).toBe(false);
    status = 5;
    await clock.fire(LIMITS.registrationPoll);

    await becomesReady;
  });

  it('says that the SIM card has no service centre', async () => {
    const port = new ScriptedModem().on(/CSCA/, `\r\n+CSCA: "",129\r\n${OK}`);
    const { clock, log } = driverOf(port);
    await clock.fire(FIRST_RETRY_MS);

    expect(JSON.stringify(log)).toContain('no service centre');
  });
});

describe('the SIM card', () => {
  /** Asks for a PIN until it hears the right one. */
  function locked(rightPin: string): { port: ScriptedModem; tries: () => number; powerCut: () => void } {
    let ready = false;
    const port = new ScriptedModem()
      .on(/CPIN\?/, () => `\r\n+CPIN: ${ready ? 'READY' : 'SIM PIN'}\r\n${OK}`)
      .on(/CPIN=/, (_, said) => {
        ready = said === `AT+CPIN="${rightPin}"`;
        return ready ? OK : '\r\n+CME ERROR: 16\r\n';
      });
    return {
      port,
      tries: () => port.heard.filter((said) => said.startsWith('AT+CPIN=')).length,
      powerCut: () => {
        ready = false;
        port.drop();
      },
    };
  }

  it('gets its PIN', async () => {
    const { port, tries } = locked('0000');
    await driverOf(port, { pin: '0000' }).modem.ready();

    expect(tries()).toBe(1);
  });

  it('gets a wrong PIN once, however often the modem is opened again', async () => {
    const { port, tries } = locked('1234');
    const { clock, log } = driverOf(port, { pin: '0000' });
    for (const waitMs of [FIRST_RETRY_MS, 2 * FIRST_RETRY_MS, 4 * FIRST_RETRY_MS]) await clock.fire(waitMs);

    expect(port.opened).toBeGreaterThanOrEqual(3);
    expect(tries()).toBe(1);
    expect(JSON.stringify(log)).toContain('set the right one');
    expect(JSON.stringify(log)).not.toContain('0000');
  });

  it('gets its PIN again after it lost its power', async () => {
    const { port, tries, powerCut } = locked('0000');
    const { modem, clock } = driverOf(port, { pin: '0000' });
    await modem.ready();

    powerCut();
    await clock.fire(FIRST_RETRY_MS);
    await modem.ready();

    expect(tries()).toBe(2);
  });

  it('is waited for while it starts up', async () => {
    let busy = 2;
    const port = new ScriptedModem().on(/CPIN\?/, () =>
      busy-- > 0 ? '\r\n+CME ERROR: 14\r\n' : `\r\n+CPIN: READY\r\n${OK}`,
    );
    const { modem, clock } = driverOf(port);
    for (let poll = 0; poll < 2; poll++) await clock.fire(LIMITS.simPoll);

    await modem.ready();
  });

  it.each([
    ['\r\n+CPIN: SIM PUK\r\n\r\nOK\r\n', 'PUK in a phone'],
    ['\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n', 'set it in the settings'],
    ['\r\n+CME ERROR: 10\r\n', 'check that it is in place'],
  ])('that answers %j: the log says what to do', async (answer, advice) => {
    const port = new ScriptedModem().on(/CPIN\?/, answer);
    const { clock, log } = driverOf(port);
    await clock.fire(FIRST_RETRY_MS);

    expect(JSON.stringify(log)).toContain(advice);
  });

  it.each(['12', '123456789', '12"\rATZ'])('cannot have %j as a PIN', (pin) => {
    expect(() => driverOf(new ScriptedModem(), { pin })).toThrow('4 to 8 digits');
  });
});
