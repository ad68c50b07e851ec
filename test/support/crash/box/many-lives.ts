import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { SettingsChange } from '../../../../local/modem/settings.ts';
import { type SimulatedModem, startSimulatedModem } from '../../../../local/modem/simulated-modem.ts';
import { FakeCloud } from '../../edge/fake-cloud.ts';
import { isOver, type Message, type Outcome } from '../judge.ts';
import { partOf } from '../verdict.ts';
import type { Death } from './death.ts';
import { Life } from './life.ts';

const ATTEMPT = 'msg_00000000000000000000000001.1';
const WEEK_MS = 7 * 24 * 3_600_000;
const WAIT = { timeout: 60_000, interval: 10 };

export interface Scenario extends Message {
  /** the bundled agent */
  readonly program: string;
  readonly modem: SettingsChange;
}

export interface Deaths extends Outcome {
  /** how many lives ended by their plan */
  readonly deaths: number;
}

/** Sends one message by an agent that dies once in each of its lives but the last, if it comes to the planned step at all. */
export async function sendThroughDeaths(scenario: Scenario, deaths: readonly Death[]): Promise<Deaths> {
  const { program, text, overtaken, modem } = scenario;
  const folder = await mkdtemp(join(tmpdir(), 'heraut-lives-'));
  const simulated = await startSimulatedModem({ stateFolder: join(folder, 'modem'), settings: modem });
  const cloud = new FakeCloud({ now: () => new Date() });
  const notAfter = new Date(Date.now() + WEEK_MS).toISOString();
  const attempt = { attemptId: ATTEMPT, to: '+31612345678', text, notAfter };
  cloud.attempts.push(attempt);
  if (overtaken) for (const set of [cloud.revoked, cloud.overtaken]) set.add(attempt);
  const lives: Life[] = [];
  // Only the steps of a life without deaths have to be whole; a command that a busy machine made late has no answer.
  const isDone = () => allIsDone(simulated, scenario, lives) && (deaths.length > 0 || allIsAnswered(lives));
  try {
    for (const death of [...deaths, undefined]) {
      const plan = { journalFolder: join(folder, 'journal'), modemPort: simulated.port, ...(death && { death }) };
      const life = new Life(program, plan, cloud);
      lives.push(life);
      await vi.waitUntil(() => life.isOver || isDone(), WAIT);
      await life.kill();
    }
    return {
      ...{ text, ...(overtaken && { overtaken }) },
      events: cloud.types(ATTEMPT),
      sent: simulated.submits().map((submit) => ({ part: partOf(submit), text: submit.text })),
      lives: lives.map(({ passed }) => passed),
      deaths: lives.filter(({ diedByPlan }) => diedByPlan).length,
    };
  } finally {
    await lives.at(-1)?.kill();
    await simulated.close();
    await rm(folder, { recursive: true });
  }
}

/** The message has come to its end, and the modem has told all. */
function allIsDone(simulated: SimulatedModem, message: Message, lives: readonly Life[]): boolean {
  const { taken, reportsToCome, reportsWaiting } = simulated.state();
  const steps = lives.map(({ passed }) => passed);
  return isOver(message, taken, steps) && reportsToCome + reportsWaiting === 0;
}

function allIsAnswered(lives: readonly Life[]): boolean {
  const count = (step: RegExp) => lives.at(-1)?.passed.filter((name) => step.test(name)).length;
  return count(/^after write AT/) === count(/^after read (OK|ERROR|\+CM[SE] ERROR) to (AT|the text)/);
}
