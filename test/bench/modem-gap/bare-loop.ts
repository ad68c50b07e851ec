/**
 * `bare-loop.ts <port> <file> <indications>`: what a modem can do at best. For each PDU of the file (a line of JSON each, the octets of
 * the TPDU and the PDU) command, prompt, PDU, OK; reports are told of as AT+CNMI says and are read over. Nothing is written down.
 * When all have been told of they are read with one command, and deleted one by one.
 */
import { readFileSync } from 'node:fs';
import { tcpTransport } from '../../../edge-agent/src/transport/tcp.ts';

const [port, file, indications] = process.argv.slice(2);
const transport = tcpTransport({ host: '127.0.0.1', port: Number(port) });
let text = '';
let told = 0;
let tail = '';
let wake = () => {};
transport.onData((bytes) => {
  const said = Buffer.from(bytes).toString('latin1');
  text += said;
  const lines = (tail + said).split('\r\n');
  tail = lines.pop() ?? '';
  told += lines.filter((line) => line.startsWith('+CDSI:')).length;
  wake();
});
async function until(condition: () => boolean): Promise<string> {
  while (!condition()) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  const read = text;
  text = '';
  return read;
}
const command = async (line: string, sign: RegExp) => {
  await transport.write(Buffer.from(line, 'latin1'));
  return until(() => sign.test(text));
};
const OK = /\r\nOK\r\n/;

await transport.open();
for (const line of ['ATE0', 'AT+CMEE=1', 'AT+CMGF=0', 'AT+CPMS="SR"', String(indications)])
  await command(`${line}\r`, OK);
const messages = readFileSync(String(file), 'utf8').trim().split('\n');
for (const message of messages) {
  const { octets, pdu } = JSON.parse(message) as { octets: number; pdu: string };
  await command(`AT+CMGS=${octets}\r`, /> $/);
  await command(`${pdu}\u001a`, /\+CMGS: \d+\r\n[\s\S]*\r\nOK\r\n/);
}
await until(() => told === messages.length);
const stored = await command('AT+CMGL=4\r', OK);
for (const [, slot] of stored.matchAll(/\+CMGL: (\d+),/g)) await command(`AT+CMGD=${slot}\r`, OK);
await transport.close();
