import type { Health } from '../../../contract/edge/health.ts';
import type { Box } from '../messaging/model.ts';
import { after, MINUTE } from '../shared/clock.ts';
import type { BoxKey, Healths } from './health.ts';

/** Heard of is noted at most this often: each event would be a write more, and liveness is a matter of minutes. */
const NOTED_EVERY = MINUTE;

/** Keeps how a box is. One of another journal, or of an earlier start, says nothing of the box as it is now. */
export async function takeHealth(
  { healths }: { healths: Healths },
  box: Box,
  { type: _, journalId, epoch, ...report }: Health,
  heardAt: Date,
): Promise<void> {
  if (journalId !== box.journalId || epoch !== box.epoch) return;
  // A report that claims to be from the future would keep all later ones out.
  const at = report.at < heardAt.toISOString() ? report.at : heardAt.toISOString();
  await healths.keep(box, { ...report, at }, heardAt);
}

/** Something else came from the box, so that it is alive. */
export async function noteHeard({ healths }: { healths: Healths }, box: BoxKey, heardAt: Date): Promise<void> {
  const known = await healths.find(box);
  if (known && after(new Date(known.heardAt), NOTED_EVERY) > heardAt) return;
  await healths.heard(box, heardAt);
}
