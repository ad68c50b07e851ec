import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Log, systemClock } from '../agent/environment.ts';
import { isUnanswered } from '../agent/unanswered.ts';
import { FileDisk } from '../journal/file-disk.ts';
import { lockFolder } from '../journal/folder-lock.ts';
import { Journal } from '../journal/journal.ts';
import { createModem } from '../modem/modem.ts';
import { secureRandom } from '../secure-random.ts';
import { transportTo } from '../transport/transport-to.ts';
import type { SendArguments } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { firstContact, NoContact } from './first-contact.ts';
import { LocalSending } from './local-sending.ts';
import { exitCodeOf, type SendResult } from './send-result.ts';
import type { Terminal } from './terminal.ts';

/** In a journal that has one modem alone. */
const MODEM = 'modem';
/** After this long without a modem that can send, the person is told what to look at. Milliseconds. */
const PATIENCE_MS = 20_000;

/** Sends by the agent's own driver, journal and sender, without the cloud. Rejects when it can't begin. */
export async function modemSend(given: SendArguments, terminal: Terminal): Promise<ExitCode> {
  const { journalFolder } = given;
  const folder = journalFolder ?? (await mkdtemp(join(tmpdir(), 'heraut-edge-send-')));
  const disk = await FileDisk.open(folder);
  try {
    await lockFolder(folder);
    const { results, open } = await sendFrom(disk, given, terminal);
    if (open > 0) {
      terminal.note(
        `messages open in ${folder}: ${open}. To go on: heraut-edge modem send ${given.written} --journal ${folder}`,
      );
      return EXIT.interrupted;
    }
    if (journalFolder === undefined) await rm(folder, { recursive: true });
    return exitCodeOf(results);
  } catch (error) {
    if (error instanceof NoContact && journalFolder === undefined) await rm(folder, { recursive: true });
    throw error;
  } finally {
    await disk.close();
  }
}

async function sendFrom(
  disk: FileDisk,
  given: SendArguments,
  terminal: Terminal,
): Promise<{ results: SendResult[]; open: number }> {
  const { address, line, written, answerTimeoutMs, message } = given;
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => {}); // whoever waits below has it
  const journal = await Journal.open({
    disk,
    now: systemClock.now,
    random: secureRandom,
    onFailure: failure.reject,
  });
  const contact = firstContact(transportTo({ ...address, ...line }), address, written);
  let met = false;
  contact.made.then(
    () => (met = true),
    () => {}, // the work below ends with it
  );
  const log: Log = (event, fields) => {
    if (met && event === 'modem-out-of-reach') terminal.note(`${written}: ${fields?.['reason']}; trying again`);
  };
  const modem = createModem({
    transport: contact.transport,
    log,
    unansweredBefore: isUnanswered(journal, MODEM),
    ...(answerTimeoutMs !== undefined && { answerTimeoutMs }),
    ...(terminal.pin !== undefined && { pin: terminal.pin }),
  });
  const results: SendResult[] = [];
  try {
    const sending = new LocalSending({
      ...{ journal, modem: { name: MODEM, driver: modem }, clock: systemClock, random: secureRandom, log },
      onResult(result) {
        results.push(result);
        terminal.print(JSON.stringify(result));
      },
    });
    const cancelHint = systemClock.after(PATIENCE_MS, () =>
      terminal.note(`${written} can't send yet. What it lacks is told by: heraut-edge modem check ${written}`),
    );
    modem.ready().then(cancelHint, cancelHint);
    sending.tellEarlier();
    // A message is taken on only once there is a modem: after an error nothing waits that would go with the next call.
    const work = contact.made.then(async () => {
      await sending.endEarlier();
      if (message && !terminal.stopped.aborted) await sending.send(message);
    });
    try {
      await Promise.race([work, failure.promise, aborted(terminal.stopped)]);
    } finally {
      cancelHint();
      await sending.stop();
    }
    return { results, open: sending.open };
  } finally {
    await modem.close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
