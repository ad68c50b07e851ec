import type { Hurry, WorkQueue } from './ports.ts';

/** Has every tenant swept; the sweeping itself is the dispatcher's, so that one slow tenant holds up no other. */
export async function sweepAll({ workQueue, hurry }: { workQueue: WorkQueue; hurry: Hurry }): Promise<void> {
  let after: string | undefined;
  do {
    const { tenantIds, next } = await workQueue.tenants(after);
    await hurry.push(tenantIds.map((tenantId) => ({ type: 'sweep', tenantId })));
    after = next;
  } while (after !== undefined);
}
