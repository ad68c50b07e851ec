import { CommandDesk } from '../commands/command-desk.ts';
import { createInboundDesk } from '../inbound/inbound-desk.ts';
import { Journal } from '../journal/journal.ts';
import type { Disk, Host, Link, NamedModem } from '../ports.ts';
import { CloudTime } from './cloud-time.ts';
import type { Clock, Log, Random } from './environment.ts';
import { Handshake } from './handshake.ts';
import { HealthReporter } from './health-reporter.ts';
import { createIntake } from './intake.ts';
import { Outbox } from './outbox.ts';
import { createReportDesk } from './report-desk.ts';
import { Sender } from './sender.ts';
import { isUnanswered } from './unanswered.ts';

export interface AgentParts {
  readonly disk: Disk;
  readonly link: Link;
  readonly host: Host;
  /**
   * Called once the journal is read. `isUnanswered`: the journal does not have this modem's answer to the part that it was
   * given last; it may still come.
   */
  readonly openModems: (isUnanswered: (modem: string) => boolean) => readonly NamedModem[];
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** of the log, oldest first */
  readonly newestLines: (count: number) => readonly string[];
  /** Called once, when nothing can be written down any more. Nothing more is sent; by default the process ends. */
  readonly onFailure?: (error: Error) => void;
}

export interface Agent {
  readonly journalId: string;
  /** Ends after the parts that the modems have now; closes link and modems. */
  stop(): Promise<void>;
}

/** How often texts that are no longer needed leave the disk, and old ids are forgotten. */
const TIDY_MS = 3600 * 1000;

/** Puts the agent together and starts it. Rejects when the journal can't be read. */
export async function startAgent(parts: AgentParts): Promise<Agent> {
  const { disk, link, host, clock, random, log } = parts;
  let failed = false;
  const fail = (error: Error) => {
    if (failed) return;
    failed = true;
    log('failed', { reason: error.message, ...(error.cause !== undefined && { cause: String(error.cause) }) });
    (parts.onFailure ?? endProcess)(error);
  };

  const journal = await Journal.open({ disk, now: () => clock.now(), random, onFailure: fail });
  const modems = parts.openModems((modem) => isUnanswered(journal, modem));
  const time = new CloudTime(clock);
  const handshake = new Handshake({ journal, link, clock, time, random, log });
  const outbox = new Outbox({ journal, link, clock, log, mayTell: () => handshake.answered });
  const sender = new Sender({ journal, modems, clock, time, log, maySend: () => handshake.joined });
  const inbound = createInboundDesk({ journal, time, clock, random, log });
  const joined = () => handshake.joined;
  const health = new HealthReporter({ journal, modems, link, host, clock, time, log, joined });
  const commands = new CommandDesk({
    ...{ journal, modems, time, log, joined, fail },
    newestLines: parts.newestLines,
    tell: (events) => outbox.tell(events),
    onPaused: () => {
      sender.wake();
      health.changed();
    },
  });

  const takeReport = createReportDesk({ journal, sender, time, log });
  for (const { name, driver } of modems) {
    driver.onReport((report) => takeReport(name, report));
    driver.onMessage(inbound.from(name));
  }
  link.onMessage(createIntake({ journal, handshake, outbox, sender, health, commands, time, log }));
  link.onConnected((fresh) => {
    log('connected', { fresh });
    handshake.connected(fresh);
    outbox.tellAll();
    health.sayNow();
  });
  const sending = sender.run();
  const talking = Promise.all([handshake.run(), outbox.run(), health.run()]);
  Promise.all([sending, talking]).catch(fail);
  let cancelTidying = clock.after(TIDY_MS, tidy);
  link.connect();
  log('started', { journalId: journal.state.journalId, epoch: journal.state.epoch });

  return {
    journalId: journal.state.journalId,
    stop: async () => {
      cancelTidying();
      sender.stop();
      await sending;
      handshake.stop();
      outbox.stop();
      health.stop();
      await link.close();
      await talking;
      await Promise.all(modems.map(({ driver }) => driver.close()));
      log('stopped');
    },
  };

  function tidy(): void {
    if (time.known) tidyNow().catch(fail);
    cancelTidying = clock.after(TIDY_MS, tidy);
  }

  async function tidyNow(): Promise<void> {
    await inbound.giveUpOverdue();
    await journal.tidy(new Date(time.now()));
  }
}

function endProcess(): never {
  process.exit(1);
}
