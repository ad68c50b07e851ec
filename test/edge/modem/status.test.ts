import { describe, expect, it } from 'vitest';
import { LIMITS, RECOVERY } from '../../../edge-agent/src/modem/limits.ts';
import { PROFILES, profileName } from '../../../local/modem/profiles.ts';
import { armed, driverOf, FIRST_RETRY_MS, OK, PART, readyDriver } from './driver.ts';
import { asFamily } from './scripted-family.ts';
import { ScriptedModem } from './scripted-modem.ts';

describe.each(profileName.options)('what is known of a %s modem', (profile) => {
  it('is who it is, its SIM card, its network and how well it hears it', async () => {
    const { manufacturer, model, revision } = PROFILES[profile];
    const { modem, port } = await readyDriver((scripted) => asFamily(scripted, profile));
    await port.hears('AT+COPS?');
    await modem.submit(PART, armed);

    expect(modem.status()).toMatchObject({
      state: 'ready',
      manufacturer,
      model,
      revision,
      profile,
      sim: 'ready',
      registration: 1,
      signal: -71,
      operator: 'Heraut Test',
      lastHeardAt: expect.any(Date),
      lastSuccessAt: expect.any(Date),
    });
  });

  it('is the last error, its code and when it was', async () => {
    const { modem, clock } = await readyDriver((scripted) =>
      asFamily(scripted, profile).onText('\r\n+CMS ERROR: 42\r\n'),
    );
    await modem.submit(PART, armed);

    const { lastError, lastSuccessAt } = modem.status();
    expect(lastError).toEqual({ at: clock.now(), code: 'cms-42', reason: expect.stringContaining('congested') });
    expect(lastSuccessAt).toBeUndefined();
  });

  it('is a SIM card that needs somebody', async () => {
    const port = asFamily(new ScriptedModem(), profile).on(/CPIN\?/, '\r\n+CME ERROR: 10\r\n');
    const { modem, clock } = driverOf(port);
    await clock.fire(FIRST_RETRY_MS);

    expect(modem.status()).toMatchObject({
      sim: 'not-ready',
      lastError: { reason: expect.stringContaining('in place') },
    });
  });

  it('has no signal where the modem knows none', async () => {
    const { modem, port } = await readyDriver((scripted) =>
      asFamily(scripted, profile).on(/CSQ/, `\r\n+CSQ: 99,99\r\n${OK}`).on(/COPS/, `\r\n+COPS: 0\r\n${OK}`),
    );
    await port.hears('AT+CMGL=4');

    expect(modem.status().signal).toBeUndefined();
    expect(modem.status().operator).toBeUndefined();
  });

  it('is ready with 4G alone', async () => {
    const { modem } = await readyDriver((scripted) =>
      asFamily(scripted, profile)
        .on(/CREG\?/, `\r\n+CREG: 1,0\r\n${OK}`)
        .on(/CEREG=1/, OK)
        .on(/CEREG\?/, `\r\n+CEREG: 1,1\r\n${OK}`),
    );

    expect(modem.status()).toMatchObject({ state: 'ready', registration: 1 });
  });

  it('stays through an hour without a network, and nothing is blamed', async () => {
    const { modem, port, clock } = await readyDriver((scripted) => asFamily(scripted, profile));
    await port.hears('AT+COPS?');
    port.on(/CREG\?/, `\r\n+CREG: 1,2\r\n${OK}`).on(/COPS/, `\r\n+COPS: 0\r\n${OK}`);
    port.say('\r\n+CREG: 2\r\n');
    for (let waited = 0; waited < 3_600_000; waited += LIMITS.registrationPoll)
      await clock.fire(LIMITS.registrationPoll);

    expect(modem.status()).toMatchObject({ state: 'searching', registration: 2 });
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'not-sent', code: 'not-ready' });
    port.on(/CREG\?/, `\r\n+CREG: 1,1\r\n${OK}`);
    port.say('\r\n+CREG: 1\r\n');
    await modem.ready();

    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
    expect(port.opened).toBe(1);
    expect(port.texts).toHaveLength(1);
  });
});

/** With a half of chance in them, none of these is another time that the driver waits. */
const WAITS_MS = [375, 750, 1_500];

describe.each(profileName.options)('bringing a %s modem back', (profile) => {
  const restart = profile === 'wavecom' ? 'AT+CFUN=1' : 'AT+CFUN=1,1';

  it('restarts one that answers and cannot be made ready, each third time', async () => {
    const port = asFamily(new ScriptedModem(), profile).on(/CMGF=0/, '\r\nERROR\r\n');
    const { modem, clock } = driverOf(port, { random: () => 0.5 });
    for (const waitMs of WAITS_MS) await clock.fire(waitMs);
    await port.hears(restart);
    expect(port.opened).toBe(4);
    port.on(/CMGF=0/, OK);

    await clock.fire(LIMITS.reset);
    await modem.ready();

    expect(port.heard.filter((said) => said === restart)).toHaveLength(1);
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
  });

  it('waits for one that is away while it restarts', async () => {
    const port = asFamily(new ScriptedModem(), profile).on(/CMGF=0/, '\r\nERROR\r\n');
    const { modem, clock } = driverOf(port, { random: () => 0.5 });
    for (const waitMs of WAITS_MS) await clock.fire(waitMs);
    await port.hears(restart);
    port.on(/CMGF=0/, OK).on(/^AT$/, () => undefined);
    await clock.fire(LIMITS.reset);
    for (let probe = 0; probe < 20; probe++) await clock.fire(LIMITS.probe);
    port.on(/^AT$/, OK);
    await clock.fire(LIMITS.probe);

    await modem.ready();

    expect(port.opened).toBe(4);
  });

  it('says so when it gives up, and tries on', async () => {
    const port = asFamily(new ScriptedModem(), profile);
    port.refusals = RECOVERY.giveUpAfter;
    const { modem, clock, log } = driverOf(port);
    const waits = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000];
    for (const waitMs of waits) await clock.fire(waitMs);
    await expect.poll(() => modem.status().state).toBe('given-up');

    expect(log.filter(({ event }) => event === 'modem-given-up')).toHaveLength(1);
    await clock.fire(15_000);
    await modem.ready();
    expect(modem.status().state).toBe('ready');
  });
});

describe.each(profileName.options)('a %s modem with bad manners', (profile) => {
  it('B1 echoes all it hears, whatever it is told', async () => {
    const { modem, port } = await readyDriver((scripted) => {
      asFamily(scripted, profile).echo = true;
    });

    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
    expect(port.texts).toHaveLength(2);
    expect(port.opened).toBe(1);
  });

  it('hangs in the middle of an answer: found out, opened again, and nothing is lost', async () => {
    const { modem, port, clock } = await readyDriver((scripted) => asFamily(scripted, profile));
    await port.hears('AT+CMGL=4');
    port.on(/CREG\?/, '\r\n+CREG: 1,1\r\n');

    await clock.fire(LIMITS.watch);
    await clock.fire(LIMITS.command);
    port.on(/CREG\?/, `\r\n+CREG: 1,1\r\n${OK}`);
    await clock.fire(FIRST_RETRY_MS);
    await modem.ready();

    expect(await modem.submit(PART, armed)).toMatchObject({ kind: 'submitted' });
  });
});
