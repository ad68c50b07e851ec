import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { encodeStatusReport } from '../../../local/modem/status-report-pdu.ts';
import { modemForTest } from '../simulated-modem/terminal.ts';
import { herautEdge } from './heraut-edge.ts';

const WAIT = { timeout: 30_000, interval: 20 };

it('check tells what the modem is, its SIM, its signal, its network and its settings', async () => {
  const modem = await modemForTest();
  const program = herautEdge(['modem', 'check', `tcp://127.0.0.1:${modem.port}`]);
  expect(await program.ended).toBe(0);
  const said = program.out.join('\n');
  for (const line of [
    /^ok {2}maker +\S/m,
    /^ok {2}model +\S/m,
    /^ok {2}revision +\S/m,
    /^ok {2}SIM +READY, /m,
    /^ok {2}signal +-71 dBm, good$/m,
    /^ok {2}registration +registered at home$/m,
    /^ok {2}operator +Heraut Test$/m,
    /^ok {2}service centre +\+31653131313$/m,
    /^ok {2}storage \w+ +0 of \d+ used$/m,
    /^ok {2}numbered errors +1$/m,
    /^ok {2}reports told +0,0,0,0,0 {2}\(should be AT\+CNMI=2,1,0,2,0 or 2,1,0,1,0; the agent sets it at each start\)$/m,
    /DTR line/,
  ])
    expect(said).toMatch(line);
  expect(program.out.at(-1)).toBe('It can send.');
});

it.each([
  [{ signal: 13 }, /^ok {2}signal +-87 dBm, fair$/m],
  [{ signal: 3 }, /^\?\? {2}signal +-107 dBm, poor {2}\(move the antenna\)$/m],
  [{ registration: 5 }, /^\?\? {2}registration +registered, roaming {2}\(each message may cost more\)$/m],
] as const)('check has a word for %j', async (settings, line) => {
  const modem = await modemForTest({ settings });
  const program = herautEdge(['modem', 'check', `tcp://127.0.0.1:${modem.port}`]);
  expect(await program.ended).toBe(0);
  expect(program.out.join('\n')).toMatch(line);
});

it('check ends with 3 and names what keeps the modem from sending, and spends no try of the PIN', async () => {
  const modem = await modemForTest({ pin: '1234' });
  modem.control({ signal: 99 });
  const address = `tcp://127.0.0.1:${modem.port}`;
  const program = herautEdge(['modem', 'check', address], { HERAUT_EDGE_PIN: '9999' });
  expect(await program.ended).toBe(3);
  expect(program.out.join('\n')).toMatch(/^!! {2}SIM +SIM PIN, .* {2}\(set "pin" in the configuration/m);
  expect(program.out.at(-1)).toBe("It can't send: SIM, signal, registration.");
});

it('check without a modem lists the serial ports, each with its USB id', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-udev-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const udevadm = join(folder, 'udevadm');
  await writeFile(udevadm, `#!/bin/sh\n[ "$*" = 'info -e' ] && cat ${join(folder, 'database')}\n`, { mode: 0o755 });
  const usb = 'E: ID_VENDOR_ID=1e0e\nE: ID_MODEL_ID=9001\nE: ID_SERIAL_SHORT=A1B2\nE: ID_VENDOR_ENC=SimTech';
  const link = 'E: DEVLINKS=/dev/serial/by-path/pci /dev/serial/by-id/usb-SimTech-if02-port0';
  const ports = [
    `P: /devices/a\nN: ttyS0\nE: DEVNAME=/dev/ttyS0`,
    `P: /devices/b\nN: ttyUSB1\nE: DEVNAME=/dev/ttyUSB1\n${usb}\n${link}`,
  ];
  await writeFile(join(folder, 'database'), `${ports.join('\n\n')}\n`);
  const program = herautEdge(['modem', 'check'], { PATH: `${folder}:${process.env['PATH']}` });
  expect(await program.ended).toBe(0);
  expect(program.out).toEqual(['/dev/ttyUSB1  usb:1e0e:9001:A1B2:if02  SimTech', '/dev/ttyS0    not on USB']);
});

it('check says that another connection holds the modem', async () => {
  const modem = await modemForTest();
  const address = `tcp://127.0.0.1:${modem.port}`;
  const listening = herautEdge(['modem', 'listen', address]);
  await vi.waitFor(() => expect(listening.errors).toEqual(['listening; Ctrl-C ends it']), WAIT);
  const program = herautEdge(['modem', 'check', address]);
  expect(await program.ended).toBe(1);
  expect(program.errors.join('\n')).toContain('ended the connection at once: another connection holds the modem');
});

it('check says that nothing listens there, and which serial port does not exist', async () => {
  const modem = await modemForTest();
  await modem.close();
  const refused = herautEdge(['modem', 'check', `tcp://127.0.0.1:${modem.port}`]);
  expect(await refused.ended).toBe(1);
  expect(refused.errors[0]).toContain('refuses the connection');
  const missing = herautEdge(['modem', 'check', '/dev/ttyNONE0']);
  expect(await missing.ended).toBe(1);
  expect(missing.errors[0]).toMatch(/^\/dev\/ttyNONE0 does not exist\./);
});

it('check says that the port is open and no modem answers', async () => {
  const modem = await modemForTest({ settings: { silent: true } });
  const program = herautEdge(['modem', 'check', `tcp://127.0.0.1:${modem.port}`]);
  expect(await program.ended).toBe(1);
  expect(program.errors[0]).toContain('is open, and no modem answers. Check its power, the cable, and the baud rate');
});

it('listen prints unsolicited lines and reports as they come, with no number, until Ctrl-C', async () => {
  const modem = await modemForTest();
  const program = herautEdge(['modem', 'listen', `tcp://127.0.0.1:${modem.port}`]);
  await vi.waitFor(() => expect(program.errors).toEqual(['listening; Ctrl-C ends it']), WAIT);
  const now = new Date();
  const report = { reference: 7, recipient: '+31612345678', submittedAt: now, dischargedAt: now, status: 0 };
  const tpdu = encodeStatusReport(report, 60);
  modem.control({ unsolicited: ['RING', '+CREG: 5', `+CDS: ${tpdu.length / 2}`, `00${tpdu}`] });
  await vi.waitFor(
    () => expect(program.out.join('\n')).toMatch(/RING[\s\S]*report: reference \d+, to …78, delivered/),
    WAIT,
  );
  expect(program.out.join('\n')).toContain('+CREG: 5');
  expect(program.out.join('\n')).not.toContain('612345678');
  program.process.kill('SIGINT');
  expect(await program.ended).toBe(0);
});

it('listen ends with 1 when the line is lost', async () => {
  const modem = await modemForTest();
  const program = herautEdge(['modem', 'listen', `tcp://127.0.0.1:${modem.port}`]);
  await vi.waitFor(() => expect(program.errors).toEqual(['listening; Ctrl-C ends it']), WAIT);
  modem.control({ dropLine: true });
  expect(await program.ended).toBe(1);
});
