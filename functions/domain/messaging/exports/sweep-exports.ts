import type { Clock } from '../../shared/clock.ts';
import type { ExportHurry, MessageExports } from './ports.ts';

/** Has exports gone on with that nobody is at work on. */
export async function sweepExports(
  { exports, hurry, clock }: { exports: Pick<MessageExports, 'due'>; hurry: ExportHurry; clock: Clock },
  tenantId: string,
): Promise<void> {
  const due = await exports.due(tenantId, clock.now());
  if (due.length > 0) await hurry.push(due);
}
