/**
 * `bare-loop.ts <port> <file>`: what a modem can do at best. For each PDU of the file (a line of JSON each, the octets of the TPDU and
 * the PDU) command, prompt, PDU, OK; reports and unsolicited lines come and are read over. Nothing is written down.
 */
import { readFileSync } from 'node:fs';
import { tcpTransport } from '../../edge-agent/src/transport/tcp.ts';

const [port, file] = process.argv.slice(2);
const transport = tcpTransport({ host: '127.0.0.1', port: Number(port) });
let text = '';
let wake = () => {};
transport.onData((bytes) => {
  text += Buffer.from(bytes).toString('latin1');
  wake();
});
async function until(sign: RegExp): Promise<void> {
  while (!sign.test(text)) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  text = '';
}
const command = async (line: string, sign: RegExp) => {
  await transport.write(Buffer.from(line, 'latin1'));
  await until(sign);
};
const OK = /\r\nOK\r\n/;

await transport.open();
for (const line of ['ATE0', 'AT+CMEE=1', 'AT+CMGF=0', 'AT+CNMI=2,1,0,1,0']) await command(`${line}\r`, OK);
for (const line of readFileSync(String(file), 'utf8').trim().split('\n')) {
  const { octets, pdu } = JSON.parse(line) as { octets: number; pdu: string };
  await command(`AT+CMGS=${octets}\r`, /> $/);
  await command(`${pdu}\u001a`, /\+CMGS: \d+\r\n[\s\S]*\r\nOK\r\n/);
}
await transport.close();
