import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { EdgeEvent } from '../../../../contract/edge.ts';
import { smsText } from '../../../../contract/sms-text.ts';
import type { SettingsChange } from '../../../../local/modem/settings.ts';
import { type SimulatedModem, startSimulatedModem } from '../../../../local/modem/simulated-modem.ts';
import type { SubmitRecord } from '../../../../local/modem/submit-record.ts';
import { FakeCloud } from '../../edge/fake-cloud.ts';
import type { Death } from './death.ts';
import { Life } from './life.ts';

const ATTEMPT = 'msg_00000000000000000000000001.1';
const WEEK_MS = 7 * 24 * 3_600_000;
const WAIT = { timeout: 60_000, interval: 10 };

export interface Scenario {
  /** the bundled agent */
  readonly program: string;
  readonly text: string;
  readonly modem: SettingsChange;
}

/** What became of a message whose box died, perhaps several times. */
export interface Outcome {
  readonly text: string;
  /** in the order the cloud heard of them */
  readonly events: readonly EdgeEvent['type'][];
  /** the modem's own log */
  readonly submits: readonly SubmitRecord[];
  /** the steps of each life; the last one was ended when all was done */
  readonly lives: readonly (readonly string[])[];
  /** how many lives ended by their plan */
  readonly deaths: number;
}

/** Sends one message by an agent that dies once in each of its lives but the last, if it comes to the planned step at all. */
export async function sendThroughDeaths(scenario: Scenario, deaths: readonly Death[]): Promise<Outcome> {
  const { program, text, modem } = scenario;
  const folder = await mkdtemp(join(tmpdir(), 'heraut-lives-'));
  const simulated = await startSimulatedModem({ stateFolder: join(folder, 'modem'), settings: modem });
  const cloud = new FakeCloud({ now: () => new Date() });
  const notAfter = new Date(Date.now() + WEEK_MS).toISOString();
  cloud.attempts.push({ attemptId: ATTEMPT, to: '+31612345678', text, notAfter });
  const lives: Life[] = [];
  const isDone = () => allIsDone(cloud, simulated, text, lives);
  try {
    for (const death of [...deaths, undefined]) {
      const plan = { journalFolder: join(folder, 'journal'), modemPort: simulated.port, ...(death && { death }) };
      const life = new Life(program, plan, cloud);
      lives.push(life);
      await vi.waitUntil(() => life.isOver || isDone(), WAIT);
      await life.kill();
    }
    return {
      text,
      events: cloud.types(ATTEMPT),
      submits: simulated.submits(),
      lives: lives.map(({ passed }) => passed),
      deaths: lives.filter(({ diedByPlan }) => diedByPlan).length,
    };
  } finally {
    await lives.at(-1)?.kill();
    await simulated.close();
    await rm(folder, { recursive: true });
  }
}

/** Nothing more can become of the message, and the agent is in the middle of nothing. */
function allIsDone(cloud: FakeCloud, simulated: SimulatedModem, text: string, lives: readonly Life[]): boolean {
  const { taken, reportsToCome, reportsWaiting } = simulated.state();
  const end = taken === smsText(text).parts.length ? 'delivered' : 'unconfirmed';
  const passed = lives.flatMap((life) => life.passed);
  const count = (step: RegExp) => lives.at(-1)?.passed.filter((name) => step.test(name)).length;
  return (
    cloud.types(ATTEMPT).includes(end) &&
    passed.includes(`after append acknowledged ${end}`) &&
    reportsToCome + reportsWaiting === 0 &&
    count(/^before/) === count(/^after/) &&
    count(/^after write AT/) === count(/^after read (OK|ERROR|\+CM[SE] ERROR) to (AT|the text)/)
  );
}
