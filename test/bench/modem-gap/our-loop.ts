/**
 * `our-loop.ts <port> <journal> <count>`: so many messages by the agent's driver, journal and sender, until the network has reported
 * on each and the report is on disk.
 */
import { systemClock } from '../../../edge-agent/src/agent/environment.ts';
import { LocalSending } from '../../../edge-agent/src/cli/local-sending.ts';
import { FileDisk } from '../../../edge-agent/src/journal/file-disk.ts';
import { Journal } from '../../../edge-agent/src/journal/journal.ts';
import { jsonLog } from '../../../edge-agent/src/json-log.ts';
import { createModem } from '../../../edge-agent/src/modem/modem.ts';
import { secureRandom } from '../../../edge-agent/src/secure-random.ts';
import { tcpTransport } from '../../../edge-agent/src/transport/tcp.ts';

const [port, folder, messages] = process.argv.slice(2);
const count = Number(messages);
const disk = await FileDisk.open(String(folder));
const journal = await Journal.open({
  disk,
  now: systemClock.now,
  random: secureRandom,
  onFailure(error) {
    throw error;
  },
});
const delivered = Promise.withResolvers<void>();
let left = count;
journal.onNewEvents((events) => {
  left -= events.filter(({ type }) => type === 'delivered').length;
  if (left === 0) delivered.resolve();
});
const modem = createModem({ transport: tcpTransport({ host: '127.0.0.1', port: Number(port) }), log: jsonLog });
const sending = new LocalSending({
  ...{ journal, modem: { name: 'gsm', driver: modem }, clock: systemClock, random: secureRandom, log: jsonLog },
  onResult: () => {},
});
await sending.send({ to: '+31612345678', text: 'Bench message number {n}', count });
await delivered.promise;
await sending.stop();
await modem.close();
await disk.close();
