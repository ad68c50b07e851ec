import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SettingsChange } from '../../../local/modem/settings.ts';
import { type SimulatedModem, startSimulatedModem } from '../../../local/modem/simulated-modem.ts';
import type { Misses } from '../misses.ts';
import { quantile } from '../quantile.ts';
import { commitTime, refuseRamDisk } from './disk.ts';
import { tapLine } from './line-tap.ts';
import { end, isInstalled, PEERS, type Peer } from './peers.ts';
import { run } from './run.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** Milliseconds of the network, and texts to send at each. */
const DELAYS = [
  { networkDelayMs: 0, count: 200, ofPeers: 30 },
  { networkDelayMs: 50, count: 200, ofPeers: 30 },
  { networkDelayMs: 1000, count: 40, ofPeers: 10 },
];
/** A program that has not sent them by then is not waited for any longer. */
const PATIENCE_MS = 180_000;
/** Milliseconds above the bare loop, on a disk that commits within `ofCommit`; on a slower one its commits come on top. */
const BUDGET = { aboveBare: 3, ofCommit: 0.5 };
/** `submitted` of one message and `submitting` of the next */
const COMMITS_BETWEEN = 2;
const LINE: SettingsChange = { baud: 115_200, reportDelayMs: 20 };
/** The bare loop reads no report until its end, and has as much room for them as it needs. */
const ROOM: SettingsChange = { slots: { SM: 20, ME: 50, SR: 255 } };

/**
 * The modem's idle time between two messages of one part, from its `+CMGS` to the next Ctrl-Z, with reports and the journal on; against
 * a bare loop on the same transport with the same PDUs, reports and unsolicited lines, in the same run.
 */
export async function modemGap(): Promise<Misses> {
  const missed: string[] = [];
  const folder = await mkdtemp(join(process.env['HERAUT_BENCH_FOLDER'] ?? root, '.heraut-bench-'));
  try {
    await refuseRamDisk(folder);
    const commit = await commitTime(join(folder, 'commit'));
    console.log(`commit of the disk: ${commit.toFixed(2)} ms (median of 200)`);
    const budget = BUDGET.aboveBare + (commit > BUDGET.ofCommit ? COMMITS_BETWEEN * commit : 0);
    console.log(
      'between two messages: median / mean / 95 % within; a message: all of its time, its report read and deleted',
    );
    const installed: Peer[] = [];
    for (const peer of PEERS) {
      if (await isInstalled(peer)) installed.push(peer);
      else console.log(`${peer.name} is not installed, and not measured: apt-get install ${peer.packages}`);
    }
    for (const { networkDelayMs, count, ofPeers } of DELAYS) {
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
      console.log(row('ours', ours, ours.elapsed));
      console.log(row('bare loop', bare, bare.elapsed));
      const found = `${above.toFixed(2)} ms, at most ${budget.toFixed(2)} ms`;
      console.log(`  above it: ${found}${above > budget ? ': MISSED' : ''}`);
      if (above > budget) missed.push(`modem-gap, network ${networkDelayMs} ms: above the bare loop by ${found}`);
      for (const peer of installed) console.log(await peerRow(peer, folder, line, ofPeers));
    }
    return missed;
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
  drive: (port: number, modem: SimulatedModem) => Promise<void>,
): Promise<Measured> {
  const stateFolder = await mkdtemp(join(folder, 'modem-'));
  const modem = await startSimulatedModem({ stateFolder, settings });
  const tap = await tapLine(modem.port);
  try {
    await drive(tap.port, modem);
    const { gaps, elapsed, indications } = tap;
    const pdus = modem.submits().map(({ pdu }) => pdu);
    return { gaps, elapsed, indications, pdus };
  } finally {
    await modem.close();
    await tap.close();
  }
}

/** It ends at the last text: when its reports are read is its own affair. */
async function peerRow(peer: Peer, folder: string, settings: SettingsChange, count: number): Promise<string> {
  const own = await mkdtemp(join(folder, `${peer.name}-`));
  try {
    const measured = await measure(folder, settings, async (port, modem) => {
      const processes = await peer.start(port, own, count);
      try {
        await modem.until(({ submits }) => submits >= count, AbortSignal.timeout(PATIENCE_MS));
      } finally {
        await end(processes);
      }
    });
    return row(peer.name, measured);
  } catch (error) {
    if ((error as Error).name !== 'TimeoutError') throw error;
    return `  ${peer.name.padEnd(16)}had not sent ${count} messages after ${PATIENCE_MS / 1000} s`;
  }
}

/** @param elapsed milliseconds of all messages, until their reports were read and deleted */
function row(name: string, { gaps, pdus }: Measured, elapsed?: number): string {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const between = [quantile(gaps, 0.5), mean, quantile(gaps, 0.95)].map((ms) => ms.toFixed(2).padStart(8)).join(' ');
  const whole = elapsed === undefined ? '' : `, ${(elapsed / pdus.length).toFixed(1).padStart(7)} ms a message`;
  return `  ${name.padEnd(16)}${between} ms between${whole}`;
}

/** The TPDU's octets: the PDU without the service centre, whose length stands in its first octet. */
const octetsOf = (pdu: string) => pdu.length / 2 - 1 - Number.parseInt(pdu.slice(0, 2), 16);
