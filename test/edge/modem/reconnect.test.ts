import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../edge-agent/src/modem/limits.ts';
import { armed, driverOf, FIRST_RETRY_MS, OK, PART, readyDriver } from './driver.ts';
import { ScriptedModem } from './scripted-modem.ts';

describe('a modem that is lost', () => {
  it('is opened and initialised again', async () => {
    const { modem, port, clock } = await readyDriver();

    port.drop();
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'not-sent' });
    await clock.fire(FIRST_RETRY_MS);
    await modem.ready();

    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
    expect(port.heard.filter((said) => said === 'AT+CMEE=1')).toHaveLength(2);
  });

  it('is tried again after longer and longer waits, 15 to 30 seconds at last', async () => {
    const port = new ScriptedModem();
    port.refusals = 8;
    const { modem, clock, log } = driverOf(port);

    for (const ms of [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) await clock.fire(ms);
    await modem.ready();

    expect(log[0]?.fields).toMatchObject({ reason: 'the port does not open: nobody there' });
  });

  it('is initialised again when it says that it restarted', async () => {
    const { modem, port, clock } = await readyDriver((scripted) => scripted.on(/CGMI/, `\r\nQuectel\r\n${OK}`));

    port.say('\r\nRDY\r\n');
    await clock.fire(FIRST_RETRY_MS);
    await modem.ready();

    expect(port.heard.filter((said) => said === 'AT+CMEE=1')).toHaveLength(2);
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
  });

  it('B1 says unconfirmed when the modem restarts under a text', async () => {
    const { modem, port } = await readyDriver((scripted) => scripted.on(/CGMI/, `\r\nQuectel\r\n${OK}`));
    port.onText('\r\nRDY\r\n');

    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'unconfirmed', reason: 'the modem restarted' });
    expect(port.texts).toHaveLength(1);
  });

  it('is initialised again when it restarted without a word', async () => {
    let reporting = 1;
    const { modem, port, clock } = await readyDriver((scripted) =>
      scripted
        .on(/CREG\?/, () => `\r\n+CREG: ${reporting},1\r\n${OK}`)
        .on(/CREG=1/, () => {
          reporting = 1;
          return OK;
        }),
    );
    await port.hears('AT+CMGL=4');
    reporting = 0;

    await clock.fire(LIMITS.watch);
    await clock.fire(FIRST_RETRY_MS);
    await modem.ready();

    expect(port.heard.filter((said) => said === 'AT+CMEE=1')).toHaveLength(2);
  });

  it('is left alone when it never shows the setting by which a restart is known', async () => {
    const { modem, port, clock } = await readyDriver((scripted) => scripted.on(/CREG\?/, `\r\n+CREG: 0,1\r\n${OK}`));
    await port.hears('AT+CMGL=4');
    await clock.fire(LIMITS.watch);
    await port.hears('AT+CREG?', 2);

    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
    expect(port.opened).toBe(1);
  });

  it('is found out by a look at it when it went silent', async () => {
    const { modem, port, clock } = await readyDriver();
    await port.hears('AT+CMGL=4');
    port.on(/CREG\?/, () => undefined);

    await clock.fire(LIMITS.watch);
    await clock.fire(LIMITS.command);
    port.on(/CREG\?/, '\r\n+CREG: 1,1\r\n\r\nOK\r\n');
    await clock.fire(FIRST_RETRY_MS);
    await modem.ready();

    expect(port.opened).toBe(2);
  });

  it('answers a part that was waiting for its turn with not-sent', async () => {
    const { modem, port } = await readyDriver();
    port.onText((self) => {
      self.drop();
      return undefined;
    });

    const [first, second] = await Promise.all([modem.submit(PART, armed), modem.submit(PART, armed)]);

    expect([first.kind, second.kind]).toEqual(['unconfirmed', 'not-sent']);
    expect(port.texts).toHaveLength(1);
  });
});

describe('the answer to a text whose port was lost', () => {
  const lost = (port: ScriptedModem) =>
    port.onText((self) => {
      self.drop();
      return undefined;
    });

  it('B1 holds back the next text until it came with the next connection', async () => {
    const { modem, port, clock } = await readyDriver(lost);
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'unconfirmed' });
    port.onText('\r\n+CMGS: 6\r\n\r\nOK\r\n');
    await clock.fire(FIRST_RETRY_MS);
    await port.hears('AT+CREG?', 2);
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'not-sent' });

    port.say('\r\n+CMGS: 5\r\n\r\nOK\r\n');
    await modem.ready();

    expect(await modem.submit(PART, armed)).toEqual({ kind: 'submitted', reference: 6 });
  });

  it('B1 holds back the first text of a process whose predecessor left one unanswered', async () => {
    const port = new ScriptedModem();
    const { modem } = driverOf(port, { unansweredBefore: true });
    await port.hears('AT+COPS?'); // it is registered, and would be ready
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'not-sent' });

    port.say('\r\n+CMGS: 5\r\n\r\nOK\r\n');
    await modem.ready();

    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
  });

  const quectel = (port: ScriptedModem) => port.on(/CGMI/, `\r\nQuectel\r\n${OK}`);

  it('is not waited for when the modem restarted under the text and says so', async () => {
    const { modem, port, clock } = await readyDriver(quectel);
    port.onText('\r\nRDY\r\n');
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'unconfirmed', reason: 'the modem restarted' });
    port.onText('\r\n+CMGS: 6\r\n\r\nOK\r\n');

    await clock.fire(FIRST_RETRY_MS);
    await modem.ready();

    expect(await modem.submit(PART, armed)).toEqual({ kind: 'submitted', reference: 6 });
  });

  it('is no longer waited for when the modem tells the next connection that it restarted', async () => {
    const { modem, port, clock } = await readyDriver((scripted) => quectel(lost(scripted)));
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'unconfirmed' });
    port.onText('\r\n+CMGS: 6\r\n\r\nOK\r\n');
    port.on(/ATE0/, `\r\nRDY\r\n${OK}`);

    await clock.fire(FIRST_RETRY_MS);
    await modem.ready();

    expect(await modem.submit(PART, armed)).toEqual({ kind: 'submitted', reference: 6 });
  });

  it('B1 is waited for though the modem restarted before the text, while it was set up', async () => {
    const { modem, port, clock } = await readyDriver(quectel);
    port.on(/ATE0/, `\r\nRDY\r\n${OK}`);
    port.drop();
    await clock.fire(FIRST_RETRY_MS);
    await modem.ready();
    port.on(/ATE0/, OK);
    lost(port);
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'unconfirmed' });
    port.onText('\r\n+CMGS: 6\r\n\r\nOK\r\n');
    const before = port.heard.filter((said) => said === 'AT+CMGL=4').length;
    await clock.fire(2 * FIRST_RETRY_MS);
    await port.hears('AT+CMGL=4', before + 1);
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'not-sent' });

    port.say('\r\n+CMGS: 5\r\n\r\nOK\r\n');
    await modem.ready();

    expect(await modem.submit(PART, armed)).toEqual({ kind: 'submitted', reference: 6 });
  });

  it('is no longer waited for when the modem lost its settings since it was opened again', async () => {
    let reporting = 1;
    const { modem, port, clock } = await readyDriver((scripted) =>
      lost(scripted)
        .on(/CREG\?/, () => `\r\n+CREG: ${reporting},1\r\n${OK}`)
        .on(/CREG=1/, () => {
          reporting = 1;
          return OK;
        }),
    );
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'unconfirmed' });
    port.onText('\r\n+CMGS: 6\r\n\r\nOK\r\n');
    const before = port.heard.filter((said) => said === 'AT+CMGL=4').length;
    await clock.fire(FIRST_RETRY_MS);
    await port.hears('AT+CMGL=4', before + 1);
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'not-sent' });

    reporting = 0;
    await clock.fire(LIMITS.watch);
    await clock.fire(2 * FIRST_RETRY_MS);
    await modem.ready();

    expect(await modem.submit(PART, armed)).toEqual({ kind: 'submitted', reference: 6 });
  });

  it('is no longer waited for when it can no longer come', async () => {
    const { modem, port, clock } = await readyDriver(lost);
    await modem.submit(PART, armed);
    port.onText('\r\n+CMGS: 6\r\n\r\nOK\r\n');
    await clock.fire(FIRST_RETRY_MS);

    await clock.fire(LIMITS.submitted);
    await modem.ready();

    expect(await modem.submit(PART, armed)).toEqual({ kind: 'submitted', reference: 6 });
  });
});

describe('closing', () => {
  it('ends what waits, and opens nothing more', async () => {
    const { modem, port } = await readyDriver();

    await modem.close();

    await expect(modem.ready()).rejects.toThrow('closed');
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'not-sent' });
    expect(port.opened).toBe(1);
  });

  it('ends the wait for a modem that cannot be reached', async () => {
    const port = new ScriptedModem();
    port.refusals = 1;
    const { modem } = driverOf(port);
    const ready = modem.ready();
    const refused = expect(ready).rejects.toThrow('closed');

    await modem.close();

    await refused;
  });
});
