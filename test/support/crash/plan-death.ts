import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { JournalRecord } from '../../../edge-agent/src/journal/records.ts';

/** After which record the agent is to die: the nth of a kind from now on. */
export interface DeathPlan {
  readonly type: JournalRecord['type'];
  readonly nth: number;
}

/** The file is there until the plan is carried out. */
export function planDeath(file: string, plan: DeathPlan): void {
  writeFileSync(`${file}.new`, JSON.stringify(plan));
  renameSync(`${file}.new`, file);
}

/** Ends this process by SIGKILL if the plan says so. All of it is synchronous: nothing else happens in between. */
export function dieIfPlanned(file: string, records: readonly JournalRecord[]): void {
  if (!existsSync(file)) return;
  const { type, nth } = JSON.parse(readFileSync(file, 'utf8')) as DeathPlan;
  const left = nth - records.filter((record) => record.type === type).length;
  if (left > 0) {
    planDeath(file, { type, nth: left });
    return;
  }
  rmSync(file);
  process.kill(process.pid, 'SIGKILL');
}
