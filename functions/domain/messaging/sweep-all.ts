import type { Hurry, WorkQueue } from './ports.ts';

export interface SweepAllDependencies {
  readonly workQueue: Pick<WorkQueue, 'tenants'>;
  readonly hurry: Hurry;
}

/** Has every tenant swept, or its days closed; the work itself is the dispatcher's, so that one slow tenant holds up no other. */
export async function sweepAll(
  { workQueue, hurry }: SweepAllDependencies,
  type: 'sweep' | 'close-days' = 'sweep',
): Promise<void> {
  let after: string | undefined;
  do {
    const { tenantIds, next } = await workQueue.tenants(after);
    await hurry.push(tenantIds.map((tenantId) => ({ type, tenantId })));
    after = next;
  } while (after !== undefined);
}
