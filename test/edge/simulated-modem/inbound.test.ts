import { describe, expect, it } from 'vitest';
import { modemClient } from '../../support/modem-client.ts';
import { readDeliver } from './deliver.ts';
import { GOEDEMORGEN } from './pdus.ts';
import { linesOf, modemForTest, Terminal, temporaryFolder } from './terminal.ts';

const FROM = '+31687654321';
const CMTI = /\+CMTI: .*\r\n/;
const CMT = /\+CMT: ,\d+\r\n[0-9A-F]+\r\n/;

describe('inbound messages', () => {
  it('E4-2 are stored, announced, read, listed and deleted', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    await terminal.command('AT+CPMS="SM","SM","ME"');
    const [sent] = await modemClient(modem.httpPort).inbound({ from: FROM, text: 'Ik kom' });
    expect(sent).toMatchObject({ id: 1, message: 1, state: 'stored', memory: 'ME', slot: 1, part: 1, parts: 1 });
    expect(linesOf(await terminal.read(CMTI))).toEqual(['+CMTI: "ME",1']);
    expect(await terminal.command('AT+CMGL=4')).toEqual(['OK']);
    await terminal.command('AT+CPMS="ME"');
    const [head = '', pdu = ''] = await terminal.command('AT+CMGR=1');
    expect(readDeliver(pdu)).toMatchObject({ serviceCentre: '+31653131313', from: FROM, text: 'Ik kom' });
    expect(head).toBe(`+CMGR: 0,,${readDeliver(pdu).tpduLength}`);
    expect(await terminal.command('AT+CMGL=4')).toEqual([head.replace('+CMGR: 0', '+CMGL: 1,1'), pdu, 'OK']);
    expect(await terminal.command('AT+CMGD=1')).toEqual(['OK']);
    expect(modem.inboundParts()).toMatchObject([{ state: 'deleted', readBeforeDeletion: true, slot: 1 }]);
    expect(modem.state().inbound).toEqual({ held: 0, stored: 0, given: 0, deleted: 1, deletedUnread: 0 });
  });

  it('are counted when they are deleted unread', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    modem.inbound({ from: FROM, text: 'x'.repeat(200) });
    await terminal.command('AT+CMGR=1');
    await terminal.command('AT+CMGD=1,4');
    expect(modem.state().inbound).toMatchObject({ deleted: 2, deletedUnread: 1 });
  });

  it('are given by +CMT, and again to the next terminal without AT+CNMA', async () => {
    const modem = await modemForTest();
    const dead = await Terminal.ready(modem.port);
    await dead.command('AT+CSMS=1;+CNMI=2,2,0,1,0');
    modem.inbound({ from: FROM, text: 'een' });
    modem.inbound({ from: FROM, text: 'twee' });
    const text = async (terminal: Terminal) => readDeliver(linesOf(await terminal.read(CMT)).at(-1) ?? '').text;
    expect(await text(dead)).toBe('een');
    await dead.hangUp();
    await modem.until(({ connected, inbound }) => !connected && inbound.stored === 2);
    expect(modem.inboundParts().map((part) => part.text)).toEqual(['een', 'twee']);

    const terminal = await Terminal.ready(modem.port);
    await terminal.command('AT+CNMI=2,2,0,1,0');
    modem.inbound({ from: FROM, text: 'drie' });
    modem.inbound({ from: FROM, text: 'vier' });
    expect(await text(terminal)).toBe('drie');
    expect(modem.state().inbound).toMatchObject({ given: 0, held: 2 });
    terminal.type('AT+CNMA\r');
    expect(await text(terminal)).toBe('vier');
    await terminal.read(/OK\r\n/);
    expect(await terminal.command('AT+CNMA')).toEqual(['OK']);
    expect(await terminal.command('AT+CNMA')).toEqual(['+CMS ERROR: 340']);
    expect(modem.state().inbound).toMatchObject({ given: 2, held: 0 });
  });

  it('come again, and stored, when AT+CNMA does not come in time', async () => {
    const modem = await modemForTest({ settings: { acknowledgeWithinMs: 60 } });
    const terminal = await Terminal.ready(modem.port);
    await terminal.command('AT+CSMS=1;+CNMI=2,2,0,1,0');
    modem.inbound({ from: FROM, text: 'x' });
    await terminal.read(CMT);
    await modem.until(({ inbound }) => inbound.stored === 1);
    expect(await terminal.command('AT+CNMA')).toEqual(['+CMS ERROR: 340']);
    expect(await terminal.command('AT+CNMI?')).toEqual(['+CNMI: 0,0,0,0,0', 'OK']);
  });

  it('are given without acknowledgement where none is asked for', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    await terminal.command('AT+CNMI=2,2,0,1,0');
    modem.inbound({ from: 'Bank', text: 'code 1' });
    await terminal.read(CMT);
    expect(modem.inboundParts()).toMatchObject([{ state: 'given', memory: null }]);
  });

  it('B3 wait in the network while the memory is full, and come when a slot is free', async () => {
    const modem = await modemForTest({ settings: { profile: 'huawei', slots: { SM: 10, ME: 10, SR: 10 } } });
    const terminal = await Terminal.ready(modem.port);
    for (let sent = 0; sent < 12; sent++) modem.inbound({ from: FROM, text: `${sent}` });
    await terminal.read(/\^SMMEMFULL: "SM"\r\n/);
    expect(modem.state().inbound).toMatchObject({ stored: 10, held: 2 });
    await terminal.command('AT+CPMS="SM","SM","SM"');
    expect((await terminal.command('AT+CPMS?')).find((line) => line.startsWith('+CPMS'))).toContain('"SM",10,10');
    await terminal.command('AT+CMGD=4');
    expect(linesOf(await terminal.read(CMTI)).at(-1)).toBe('+CMTI: "SM",4');
    expect(modem.state().inbound).toMatchObject({ stored: 10, held: 1, deleted: 1 });
    const list = await terminal.command('AT+CMGL=4');
    const texts = list.filter((line) => /^07/.test(line)).map((pdu) => readDeliver(pdu).text);
    expect(texts).toEqual(['0', '1', '2', '10', '4', '5', '6', '7', '8', '9']);
  });

  it('are not announced where announcements get lost', async () => {
    const modem = await modemForTest({ settings: { loseAnnouncements: true } });
    const terminal = await Terminal.ready(modem.port);
    modem.inbound({ from: FROM, text: 'x' });
    expect(await terminal.command('AT+CPMS?')).toEqual(['+CPMS: "SM",1,20,"SM",1,20,"SM",1,20', 'OK']);
  });

  it('are announced after the text that is being typed', async () => {
    const modem = await modemForTest();
    const terminal = await Terminal.ready(modem.port);
    terminal.type('AT+CMGS=24\r');
    await terminal.read(/> /);
    modem.inbound({ from: FROM, text: 'x' });
    expect(terminal.unread).toBe('');
    terminal.type(`${GOEDEMORGEN}\x1a`);
    expect(linesOf(await terminal.read(CMTI))).toContain('+CMTI: "SM",1');
  });

  it('come when the network is back', async () => {
    const modem = await modemForTest({ settings: { registration: 2 } });
    const terminal = await Terminal.ready(modem.port);
    modem.inbound({ from: FROM, text: 'x' });
    expect(modem.state().inbound.held).toBe(1);
    modem.control({ registration: 1 });
    expect(linesOf(await terminal.read(CMTI))).toEqual(['+CMTI: "SM",1']);
  });

  it('B3 lie in their slots after a restart, and what was held comes', async () => {
    const stateFolder = await temporaryFolder();
    const settings = { slots: { SM: 1, ME: 10, SR: 10 } };
    const first = await modemForTest({ stateFolder, settings });
    for (const text of ['een', 'twee']) first.inbound({ from: FROM, text });
    await first.close();
    const second = await modemForTest({ stateFolder, settings });
    expect(second.state().inbound).toMatchObject({ stored: 1, held: 1 });
    const terminal = await Terminal.ready(second.port);
    expect(readDeliver((await terminal.command('AT+CMGR=1'))[1] ?? '').text).toBe('een');
    await terminal.command('AT+CMGD=1');
    await terminal.read(CMTI);
    expect(readDeliver((await terminal.command('AT+CMGR=1'))[1] ?? '').text).toBe('twee');
  });

  it('are refused with a reason when they are none', async () => {
    const { httpPort } = await modemForTest();
    const post = async (body: unknown) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`http://127.0.0.1:${httpPort}/inbound`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return [response.status, ((await response.json()) as { error: string }).error];
    };
    expect(await post({ from: FROM })).toEqual([400, 'not a message']);
    expect(await post({ from: FROM, text: 'x', order: [2] })).toEqual([400, 'there is no part 2: the text makes 1']);
    expect(await post({ from: FROM, text: 'x', alphabet: '8bit' })).toEqual([
      400,
      'not a whole number of hexadecimal octets',
    ]);
  });
});
