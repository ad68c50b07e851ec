import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { smsText } from '../../../contract/sms-text.ts';
import { createModem } from '../../../edge-agent/src/modem/modem.ts';
import type { DeliveryReport, InboundPart, ModemDriver, PartOutcome } from '../../../edge-agent/src/ports.ts';
import { tcpTransport } from '../../../edge-agent/src/transport/tcp.ts';
import type { SettingsChange } from '../../../local/modem/settings.ts';
import { type SimulatedModem, startSimulatedModem } from '../../../local/modem/simulated-modem.ts';
import { armed } from './driver.ts';

export const TO = '+31612345678';
/** longer than the simulated network's answers, shorter than a test's patience */
const ANSWER_TIMEOUT_MS = 3_000;

export interface Pair {
  readonly modem: ModemDriver;
  readonly simulated: SimulatedModem;
  /** sends all parts of a text */
  send(text: string): Promise<PartOutcome[]>;
  /** resolves once so many reports came */
  reports(count: number): Promise<readonly DeliveryReport[]>;
  /** listens for messages, and resolves once so many parts came */
  messages(count: number): Promise<readonly InboundPart[]>;
}

/** @param onTestFinished of the test whose pair it is: many run at once */
async function makePair(
  onTestFinished: (end: () => Promise<void>) => void,
  settings: SettingsChange = {},
  pin?: string,
): Promise<Pair> {
  const stateFolder = await mkdtemp(join(tmpdir(), 'heraut-modem-'));
  const simulated = await startSimulatedModem({ stateFolder, settings, ...(pin && { pin }) });
  const transport = tcpTransport({ host: '127.0.0.1', port: simulated.port });
  const modem = createModem({
    transport,
    log: () => {},
    random: () => 0,
    answerTimeoutMs: ANSWER_TIMEOUT_MS,
    ...(pin && { pin }),
  });
  const reports: DeliveryReport[] = [];
  const parts: InboundPart[] = [];
  let wake = () => {};
  modem.onReport(async (report) => {
    reports.push(report);
    wake();
  });
  onTestFinished(async () => {
    await modem.close();
    await simulated.close();
    await rm(stateFolder, { recursive: true });
  });
  await modem.ready();
  return {
    modem,
    simulated,
    async send(text) {
      const { alphabet, parts } = smsText(text);
      const outcomes: PartOutcome[] = [];
      for (const [index, part] of parts.entries()) {
        const concatenation = { reference: 99, part: index + 1, parts: parts.length };
        const more = parts.length > 1 ? { concatenation } : {};
        outcomes.push(await modem.submit({ to: TO, text: part, alphabet, ...more }, armed));
      }
      return outcomes;
    },
    async reports(count) {
      while (reports.length < count) await new Promise<void>((resolve) => (wake = resolve));
      return reports;
    },
    async messages(count) {
      modem.onMessage(async (part) => {
        parts.push(part);
        wake();
      });
      while (parts.length < count) await new Promise<void>((resolve) => (wake = resolve));
      return parts;
    },
  };
}

/**
 * A test that may take the driver at the simulated modem, which shares no code with it. Nearly all of its time is waiting for
 * a line or a time-out: so these run beside one another.
 */
export const it = test.extend('pair', ({ onTestFinished }) => {
  return (settings?: SettingsChange, pin?: string) => makePair(onTestFinished, settings, pin);
}).concurrent;
