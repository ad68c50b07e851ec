import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSimulatedModem } from '../../local/modem/simulated-modem.ts';
import { tapLine } from './line-tap.ts';
import { quantile } from './quantile.ts';

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);
/** Milliseconds of the network, and texts to send at each. */
const DELAYS = [
  { networkDelayMs: 0, count: 200 },
  { networkDelayMs: 50, count: 200 },
  { networkDelayMs: 1000, count: 30 },
];
const BAUD = 115_200;

/**
 * The modem's idle time between two messages of one part, from its `+CMGS` to the next Ctrl-Z, with reports and the journal on; against
 * a bare loop on the same transport with the same PDUs and reports, in the same run.
 */
export async function modemGap(): Promise<void> {
  const folder = await mkdtemp(join(root, '.heraut-bench-'));
  try {
    console.log(`commit of the disk: ${(await commitTime(join(folder, 'commit'))).toFixed(2)} ms (median of 200)`);
    console.log('network ms   ours ms   bare ms   above it');
    for (const settings of DELAYS) {
      const ours = await measure(folder, settings, (port) =>
        ourDriver(port, join(folder, `journal-${settings.networkDelayMs}`), settings.count),
      );
      const bare = await measure(folder, settings, (port) => bareLoop(port, join(folder, 'pdus')), ours.pdus);
      const [mine, its] = [quantile(ours.gaps, 0.5), quantile(bare.gaps, 0.5)];
      console.log(
        `${String(settings.networkDelayMs).padStart(10)} ${mine.toFixed(2).padStart(9)} ${its.toFixed(2).padStart(9)} ${(mine - its).toFixed(2).padStart(10)}`,
      );
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(
  folder: string,
  { networkDelayMs, count }: (typeof DELAYS)[number],
  drive: (port: number) => Promise<void>,
  pdus?: readonly string[],
) {
  const stateFolder = await mkdtemp(join(folder, 'modem-'));
  const modem = await startSimulatedModem({ stateFolder, settings: { networkDelayMs, baud: BAUD, reportDelayMs: 20 } });
  const tap = await tapLine(modem.port);
  try {
    if (pdus)
      await writeFile(
        join(folder, 'pdus'),
        pdus.map((pdu) => JSON.stringify({ pdu, octets: octetsOf(pdu) })).join('\n'),
      );
    await drive(tap.port);
    const sent = modem.submits().map(({ pdu }) => pdu);
    if (sent.length !== count) throw new Error(`${sent.length} of ${count} texts were sent`);
    return { gaps: tap.gaps, pdus: sent };
  } finally {
    await modem.close();
    await tap.close();
  }
}

/** The TPDU's octets: the PDU without the service centre, whose length stands in its first octet. */
const octetsOf = (pdu: string) => pdu.length / 2 - 1 - Number.parseInt(pdu.slice(0, 2), 16);

async function ourDriver(port: number, journal: string, count: number): Promise<void> {
  const program = join(root, 'edge-agent', 'src', 'cli', 'main.ts');
  const what = [
    '--to',
    '+31612345678',
    '--text',
    'Bench message number {n}',
    '--count',
    String(count),
    '--journal',
    journal,
  ];
  await run(process.execPath, [program, 'modem', 'send', `tcp://127.0.0.1:${port}`, ...what]);
}

async function bareLoop(port: number, pdus: string): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-loop.ts'), String(port), pdus], {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the bare loop ended with ${code}`);
}

/** Of a small record, as the journal appends it. */
async function commitTime(path: string): Promise<number> {
  const file = await open(path, 'a');
  const times: number[] = [];
  for (let index = 0; index < 200; index++) {
    const from = performance.now();
    await file.write('x'.repeat(100));
    await file.datasync();
    times.push(performance.now() - from);
  }
  await file.close();
  return quantile(times, 0.5);
}
