/**
 * The edge agent on a disk that ends its process by SIGKILL as soon as a record of a kind is synced, before the agent
 * knows. Usage: node dying-agent.ts <configuration file>, with HERAUT_DEATH_PLAN: the path of the plan, see plan-death.ts
 */
import { startConfiguredAgent } from '../../../edge-agent/src/compose.ts';
import { loadConfig } from '../../../edge-agent/src/config.ts';
import { decodeFrames } from '../../../edge-agent/src/journal/frame.ts';
import type { JournalRecord } from '../../../edge-agent/src/journal/records.ts';
import type { Disk } from '../../../edge-agent/src/ports.ts';
import { dieIfPlanned } from './plan-death.ts';

/** Milliseconds: after a restart the driver waits this long for a late answer, so several tests take as much. */
const ANSWER_TIMEOUT = 5_000;

const planFile = process.env['HERAUT_DEATH_PLAN'] ?? '';
const config = await loadConfig(process.argv[2] ?? '');
const modems = Object.fromEntries(
  Object.entries(config.modems).map(([name, modem]) => [name, { ...modem, answerTimeoutMs: ANSWER_TIMEOUT }]),
);
const agent = await startConfiguredAgent({ ...config, modems }, lethal);
process.once('SIGTERM', () => agent.stop().then(() => process.exit(0)));

function lethal(disk: Disk): Disk {
  const unsynced: JournalRecord[] = [];
  return {
    list: () => disk.list(),
    read: (name) => disk.read(name),
    syncFolder: () => disk.syncFolder(),
    remove: (name) => disk.remove(name),
    async append(name, bytes) {
      await disk.append(name, bytes);
      unsynced.push(...(decodeFrames(bytes).records as JournalRecord[]));
    },
    async sync(name) {
      const records = unsynced.splice(0);
      await disk.sync(name);
      dieIfPlanned(planFile, records);
    },
  };
}
