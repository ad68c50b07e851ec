import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SettingsChange } from '../../../local/modem/settings.ts';
import { startSimulatedModem } from '../../../local/modem/simulated-modem.ts';
import { quantile } from '../quantile.ts';
import { commitTime, refuseRamDisk } from './disk.ts';
import { tapLine } from './line-tap.ts';
import { run } from './run.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** Milliseconds of the network, and texts to send at each. */
const DELAYS = [
  { networkDelayMs: 0, count: 200 },
  { networkDelayMs: 50, count: 200 },
  { networkDelayMs: 1000, count: 40 },
];
/** Milliseconds above the bare loop. */
const BUDGET = 3;
const LINE: SettingsChange = { baud: 115_200, reportDelayMs: 20 };
/** The bare loop reads no report until its end, and has as much room for them as it needs. */
const ROOM: SettingsChange = { slots: { SM: 20, ME: 50, SR: 255 } };

/**
 * The modem's idle time between two messages of one part, from its `+CMGS` to the next Ctrl-Z, with reports and the journal on; against
 * a bare loop on the same transport with the same PDUs, reports and unsolicited lines, in the same run.
 */
export async function modemGap(): Promise<void> {
  const folder = await mkdtemp(join(process.env['HERAUT_BENCH_FOLDER'] ?? root, '.heraut-bench-'));
  try {
    await refuseRamDisk(folder);
    console.log(`commit of the disk: ${(await commitTime(join(folder, 'commit'))).toFixed(2)} ms (median of 200)`);
    console.log(
      'between two messages: median / mean / 95 % within; a message: all of its time, its report read and deleted',
    );
    for (const { networkDelayMs, count } of DELAYS) {
      const line = { ...LINE, networkDelayMs };
      const ours = await measure(folder, line, (port) =>
        run('our-loop.ts', `${port}`, join(folder, `journal-${networkDelayMs}`), `${count}`),
      );
      const pdus = join(folder, 'pdus');
      await writeFile(pdus, ours.pdus.map((pdu) => JSON.stringify({ pdu, octets: octetsOf(pdu) })).join('\n'));
      const bare = await measure(folder, { ...line, ...ROOM }, (port) =>
        run('bare-loop.ts', `${port}`, pdus, ours.indications),
      );
      const above = quantile(ours.gaps, 0.5) - quantile(bare.gaps, 0.5);
      console.log(`\nnetwork ${networkDelayMs} ms, ${count} messages`);
      console.log(row('ours', ours));
      console.log(row('bare loop', bare));
      console.log(`  above it: ${above.toFixed(2)} ms, at most ${BUDGET} ms${above > BUDGET ? ': MISSED' : ''}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Measured {
  readonly gaps: readonly number[];
  readonly pdus: readonly string[];
  readonly elapsed: number;
  readonly indications: string;
}

async function measure(
  folder: string,
  settings: SettingsChange,
  drive: (port: number) => Promise<void>,
): Promise<Measured> {
  const stateFolder = await mkdtemp(join(folder, 'modem-'));
  const modem = await startSimulatedModem({ stateFolder, settings });
  const tap = await tapLine(modem.port);
  try {
    await drive(tap.port);
    const { gaps, elapsed, indications } = tap;
    const pdus = modem.submits().map(({ pdu }) => pdu);
    return { gaps, elapsed, indications, pdus };
  } finally {
    await modem.close();
    await tap.close();
  }
}

function row(name: string, { gaps, elapsed, pdus }: Measured): string {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const between = [quantile(gaps, 0.5), mean, quantile(gaps, 0.95)].map((ms) => ms.toFixed(2).padStart(8)).join(' ');
  return `  ${name.padEnd(12)}${between} ms between, ${(elapsed / pdus.length).toFixed(1).padStart(8)} ms a message`;
}

/** The TPDU's octets: the PDU without the service centre, whose length stands in its first octet. */
const octetsOf = (pdu: string) => pdu.length / 2 - 1 - Number.parseInt(pdu.slice(0, 2), 16);
