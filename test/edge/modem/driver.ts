import { onTestFinished } from 'vitest';
import { LIMITS } from '../../../edge-agent/src/modem/limits.ts';
import { createModem, type ModemOptions } from '../../../edge-agent/src/modem/modem.ts';
import type { ModemDriver, Part } from '../../../edge-agent/src/ports.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { ScriptedModem } from './scripted-modem.ts';

export const PART: Part = { to: '+31612345678', text: 'Goedemorgen', alphabet: 'gsm7' };
export const OK = '\r\nOK\r\n';
export const armed = async (): Promise<void> => {};

export interface Driver {
  readonly modem: ModemDriver;
  readonly clock: ManualClock;
  /** what was logged */
  readonly log: { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[];
}

/** Wait before the first try to reach the modem again. */
export const FIRST_RETRY_MS = 250;

/** A driver at a scripted modem; closed when the test ends. */
export function driverOf(transport: ScriptedModem, options: Partial<ModemOptions> = {}): Driver {
  const clock = manualClock();
  clock.skip(LIMITS.flush);
  const log: Driver['log'] = [];
  const modem = createModem({
    transport,
    clock,
    random: () => 0,
    log: (event, fields = {}) => log.push({ event, fields }),
    ...options,
  });
  onTestFinished(() => modem.close());
  return { modem, clock, log };
}

/** A scripted modem with a driver that is ready. */
export async function readyDriver(
  prepare: (modem: ScriptedModem) => void = () => {},
  { skip = [] }: { skip?: readonly (keyof typeof LIMITS)[] } = {},
): Promise<Driver & { port: ScriptedModem }> {
  const port = new ScriptedModem();
  prepare(port);
  const driver = driverOf(port);
  for (const limit of skip) driver.clock.skip(LIMITS[limit]);
  await driver.modem.ready();
  return { ...driver, port };
}
