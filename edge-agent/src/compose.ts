import { type Agent, startAgent } from './agent/agent.ts';
import { type Clock, systemClock } from './agent/environment.ts';
import type { EdgeConfig } from './config.ts';
import { createHost } from './host.ts';
import { FileDisk } from './journal/file-disk.ts';
import { lockFolder } from './journal/folder-lock.ts';
import { jsonLog, newestLogLines } from './json-log.ts';
import { cloudLink } from './link/cloud-link.ts';
import { LIMITS } from './modem/limits.ts';
import { createModem } from './modem/modem.ts';
import type { Disk } from './ports.ts';
import { secureRandom } from './secure-random.ts';
import { transportTo } from './transport/transport-to.ts';

/**
 * Starts an agent on the real parts; one process has one for a journal. `wrapDisk` lets a test stand between the journal and its
 * folder, and `clock` lets it decide the agent's time; the driver's stays that of the line.
 */
export async function startConfiguredAgent(
  config: EdgeConfig,
  wrapDisk: (disk: Disk) => Disk = (disk) => disk,
  clock: Clock = systemClock,
): Promise<Agent> {
  const { journalFolder, modems } = config;
  const { link, certificateEndsAt } = await cloudLink(config);
  const disk = await FileDisk.open(journalFolder);
  await lockFolder(journalFolder);
  return startAgent({
    disk: wrapDisk(disk),
    link,
    host: createHost({ folder: journalFolder, certificateEndsAt }),
    openModems: (isUnanswered) =>
      Object.entries(modems).map(([name, modem]) => ({
        name,
        limits: { perMinute: modem.perMinute, perDay: modem.perDay },
        driver: createModem({
          transport: transportTo(modem),
          log: (event, fields) => jsonLog(event, { modem: name, ...fields }),
          answerTimeoutMs: modem.answerTimeoutMs ?? LIMITS.submitted,
          unansweredBefore: isUnanswered(name),
          ...(modem.pin !== undefined && { pin: modem.pin }),
        }),
      })),
    clock,
    random: secureRandom,
    log: jsonLog,
    newestLines: newestLogLines,
  });
}
