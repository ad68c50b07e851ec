import type { PortalAccesses } from './ports.ts';

export interface RemoveSessionsDependencies {
  readonly accesses: Pick<PortalAccesses, 'removeSessions'>;
  /** hears of sessions and devices that were left */
  readonly sessionsLeft: (error: unknown) => void;
}

/** After the change that made them void by its epoch: that stands, and what is left here ends with its time. */
export async function removeVoidSessions(
  { accesses, sessionsLeft }: RemoveSessionsDependencies,
  tenantId: string,
  workerId: string,
): Promise<void> {
  await accesses.removeSessions(tenantId, workerId).catch(sessionsLeft);
}
