import { describe, expect, it } from 'vitest';
import { GOEDEMORGEN, ucs2Submit } from './pdus.ts';
import { linesOf, modemForTest, Terminal, temporaryFolder } from './terminal.ts';

const REPORT = /\r\n\+CDS: \d+\r\n([0-9A-F]+)\r\n/;
/** SCA, first octet, TP-MR; then TP-RA and TP-ST. */
async function nextReport(terminal: Terminal) {
  const pdu = linesOf(await terminal.read(REPORT)).at(-1) ?? '';
  return { reference: Number.parseInt(pdu.slice(4, 6), 16), recipient: pdu.slice(6, 22), status: pdu.slice(-2) };
}

describe('delivery reports', () => {
  it('B3 names reference, number and outcome', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    for (const [reference, outcome, status] of [
      [0, 'delivered', '00'],
      [1, 'failed', '46'],
      [2, 'pending', '20'],
    ] as const) {
      modem.control({ outcome });
      await terminal.submit(GOEDEMORGEN);
      expect(await nextReport(terminal)).toEqual({ reference, recipient: '0B911316325476F8', status });
    }
    expect(modem.phones().map(({ text }) => text)).toEqual(['Goedemorgen']);
  });

  it('B3 may give a number in national form', async () => {
    const modem = await modemForTest({ settings: { nationalReports: '+31' } });
    const terminal = await Terminal.ready(modem.port);
    await terminal.submit(GOEDEMORGEN);
    expect(linesOf(await terminal.read(REPORT)).at(-1)).toContain('0AA16021436587');
  });

  it('says nothing when nothing was asked for, or when the network stays silent', async () => {
    const modem = await modemForTest({ settings: { numbers: { '+31600000001': { outcome: 'none' } } } });
    const terminal = await Terminal.ready(modem.port);
    await terminal.submit(ucs2Submit('x', { reportRequested: false }));
    await terminal.submit(ucs2Submit('x', { number: '+31600000001' }));
    await terminal.submit(GOEDEMORGEN);
    expect(await nextReport(terminal)).toMatchObject({ reference: 2 });
  });

  it('B3 keeps reports over a reconnect until AT+CNMI asks for them', async () => {
    const modem = await modemForTest({ settings: { dropNext: 'after-ctrl-z' } });
    const dropped = await Terminal.ready(modem.port);
    await dropped.give(GOEDEMORGEN);
    await dropped.closed();
    await modem.until(({ reportsWaiting }) => reportsWaiting === 1);
    modem.control({ outcome: 'failed' });
    const terminal = await Terminal.on(modem.port);
    await terminal.command('ATE0');
    expect(await terminal.submit(GOEDEMORGEN)).toEqual(['+CMGS: 1', 'OK']);
    await modem.until(({ reportsWaiting }) => reportsWaiting === 2);
    expect(terminal.unread).toBe('');
    terminal.type('AT+CNMI=2,1,0,1,0\r');
    expect([await nextReport(terminal), await nextReport(terminal)]).toMatchObject([
      { reference: 0, status: '00' },
      { reference: 1, status: '46' },
    ]);
    expect(modem.state().reportsWaiting).toBe(0);
  });

  it('throws waiting reports away when AT+CNMI says so', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    await terminal.command('AT+CNMI=0');
    await terminal.submit(GOEDEMORGEN);
    await modem.until(({ reportsWaiting }) => reportsWaiting === 1);
    await terminal.command('AT+CNMI=2,1,0,1,1');
    expect(modem.state().reportsWaiting).toBe(0);
    expect(terminal.unread).toBe('');
  });

  it('makes reports again that a restart came before', async () => {
    const stateFolder = await temporaryFolder();
    const first = await modemForTest({ stateFolder });
    const before = await Terminal.ready(first.port);
    await before.submit(GOEDEMORGEN);
    await nextReport(before);
    first.control({ reportDelayMs: 600_000 });
    await before.submit(GOEDEMORGEN);
    await first.close();
    const second = await modemForTest({ stateFolder });
    expect(await nextReport(await Terminal.ready(second.port))).toMatchObject({ reference: 1 });
  });

  it('B3 gives a report again that was not acknowledged with AT+CNMA', async () => {
    const modem = await modemForTest();
    const dead = await Terminal.ready(modem.port);
    await dead.command('AT+CSMS=1');
    await dead.submit(GOEDEMORGEN);
    expect(await nextReport(dead)).toMatchObject({ reference: 0 });
    await dead.submit(GOEDEMORGEN);
    await modem.until(({ reportsWaiting }) => reportsWaiting === 2);
    expect(dead.unread).toBe('');
    await dead.hangUp();
    await modem.until(({ connected, reportsWaiting }) => !connected && reportsWaiting === 2);
    const terminal = await Terminal.ready(modem.port);
    expect(await nextReport(terminal)).toMatchObject({ reference: 0 });
    terminal.type('AT+CNMA\r');
    expect(await nextReport(terminal)).toMatchObject({ reference: 1 });
    await terminal.read(/OK\r\n/);
    expect(await terminal.command('AT+CNMA')).toEqual(['OK']);
    expect(modem.state().reportsWaiting).toBe(0);
  });

  it('stores reports when AT+CNMI asks for +CDSI, to be read and deleted', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    await terminal.command('AT+CNMI=2,1,0,2,0');
    await terminal.submit(GOEDEMORGEN);
    expect(linesOf(await terminal.read(/\+CDSI: .*\r\n/))).toEqual(['+CDSI: "SR",1']);
    expect(await terminal.command('AT+CPMS="SR"')).toEqual(['+CPMS: 1,20,0,20,0,20', 'OK']);
    const report = expect.stringMatching(/^0006000B911316325476F8[0-9A-F]{28}00$/);
    expect(await terminal.command('AT+CMGL=0')).toEqual(['+CMGL: 1,0,,25', report, 'OK']);
    expect(await terminal.command('AT+CMGL=0')).toEqual(['OK']);
    expect(await terminal.command('AT+CMGR=1')).toEqual(['+CMGR: 1,,25', report, 'OK']);
    expect(await terminal.command('AT+CMGD=1')).toEqual(['OK']);
    expect(await terminal.command('AT+CMGR=1')).toEqual(['+CMS ERROR: 321']);
  });
});
