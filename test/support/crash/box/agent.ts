/**
 * The edge agent with its real disk and driver, which dies by SIGKILL at a planned step. Its cloud is the process that started
 * it, which also reads its steps from file descriptor 3. Usage: fork(…, [JSON of a LifePlan]).
 */
import { startAgent } from '../../../../edge-agent/src/agent/agent.ts';
import { systemClock } from '../../../../edge-agent/src/agent/environment.ts';
import { FileDisk } from '../../../../edge-agent/src/journal/file-disk.ts';
import { lockFolder } from '../../../../edge-agent/src/journal/folder-lock.ts';
import { createModem } from '../../../../edge-agent/src/modem/modem.ts';
import { secureRandom } from '../../../../edge-agent/src/secure-random.ts';
import { tcpTransport } from '../../../../edge-agent/src/transport/tcp.ts';
import { steppingDisk } from '../../edge/stepping-disk.ts';
import { steppingLine } from '../../edge/stepping-line.ts';
import { steppingLink } from '../../edge/stepping-link.ts';
import { type Death, LethalSteps } from './death.ts';
import { ipcLink } from './ipc-link.ts';

export interface LifePlan {
  readonly journalFolder: string;
  readonly modemPort: number;
  readonly death?: Death;
}

const STEPS_DESCRIPTOR = 3;
/** Milliseconds: after a death under a text the next life waits so long for its answer. */
const ANSWER_TIMEOUT_MS = 3_000;
const PLENTY_OF_BYTES = 8_000_000_000;

const { journalFolder, modemPort, death } = JSON.parse(process.argv[2] ?? '') as LifePlan;
const steps = new LethalSteps(STEPS_DESCRIPTOR, death);
const disk = await FileDisk.open(journalFolder);
await lockFolder(journalFolder);
await startAgent({
  disk: steppingDisk(disk, steps),
  link: steppingLink(ipcLink(), steps),
  newestLines: () => [],
  host: { freeBytes: async () => PLENTY_OF_BYTES, certificateEndsAt: async () => undefined },
  openModems: (isUnanswered) => [
    {
      name: 'modem',
      driver: createModem({
        transport: steppingLine(tcpTransport({ host: '127.0.0.1', port: modemPort }), steps),
        log: () => {},
        answerTimeoutMs: ANSWER_TIMEOUT_MS,
        unansweredBefore: isUnanswered('modem'),
      }),
    },
  ],
  clock: systemClock,
  random: secureRandom,
  log: () => {},
});
