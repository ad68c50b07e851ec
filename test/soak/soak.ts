import { join } from 'node:path';
import { startSimulatedModem } from '../../local/modem/simulated-modem.ts';
import { Broker } from '../support/edge/broker.ts';
import type { Reading } from './box.ts';
import { BoxProcess } from './box-process.ts';
import { SoakCloud } from './cloud.ts';
import { CONGESTION, CONGESTION_EVERY, FATES, order } from './traffic.ts';

const THING = 'ten_1:box_1';
/** Attempts that the cloud has with a box at most. */
const WINDOW = 30;
const DAY_MS = 24 * 3_600_000;

/**
 * Sends messages through a box as fast as it takes them, its time leaping on by what `perDay` messages a day take, and reads what
 * it holds a day after each of these numbers of messages (ascending). Rejects when it is stopped.
 */
export async function* soak(
  counts: readonly number[],
  perDay: number,
  stopped: AbortSignal = new AbortController().signal,
): AsyncGenerator<Reading> {
  await using parts = new AsyncDisposableStack();
  const broker = await Broker.start();
  parts.defer(() => broker.end());
  let leaptMs = 0;
  const now = () => new Date(Date.now() + leaptMs);
  const stateFolder = join(broker.folder, 'modem');
  const modem = await startSimulatedModem({ stateFolder, settings: { numbers: FATES }, now });
  parts.defer(() => modem.close());
  const cloud = await SoakCloud.start(await broker.cloud(), THING, now);
  const box = await BoxProcess.start(broker, THING, modem.port);
  parts.defer(() => box.end());
  await cloud.joined();

  let sent = 0;
  for (const count of counts) {
    while (sent < count) {
      stopped.throwIfAborted();
      const size = Math.min(WINDOW, count - sent);
      if (sent % CONGESTION_EVERY < size) modem.control({ failNext: CONGESTION });
      await cloud.give(Array.from({ length: size }, (_, index) => order(sent + index, now())));
      sent += size;
      const leapMs = (size * DAY_MS) / perDay;
      await box.leap(leapMs);
      leaptMs += leapMs;
    }
    const reading = await box.read(DAY_MS);
    leaptMs += DAY_MS;
    yield reading;
  }
}
