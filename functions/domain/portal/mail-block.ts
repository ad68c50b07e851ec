import { type DoDutyDependencies, doDuty } from '../mail/duties/do-duty.ts';
import type { MailDuty } from '../mail/duties/model.ts';
import type { Notification, Notifications } from '../notifications/model.ts';
import { type MailWorkerDependencies, sendToWorker } from './mail-worker.ts';
import type { Correspondences, PortalAccesses } from './ports.ts';

export interface MailBlockDependencies extends DoDutyDependencies, MailWorkerDependencies {
  readonly accesses: Pick<PortalAccesses, 'find'>;
  readonly correspondences: Correspondences;
  readonly notifications: Pick<Notifications, 'mailed'>;
}

/** Mails a worker that three wrong passwords have blocked the access (E1-4), as long as they do. */
export function mailBlock(deps: MailBlockDependencies, notification: Notification, duty: MailDuty): Promise<void> {
  return doDuty(deps, duty, async () => {
    const { tenantId, subjectId: workerId, at } = notification;
    const access = await deps.accesses.find(tenantId, workerId);
    if (access?.status !== 'blocked' || access.cause !== 'auto') return;
    const correspondence = await deps.correspondences.of(tenantId, workerId);
    if (!correspondence) return;
    const told = { mail: 'blocked', at: new Date(at) } as const;
    try {
      await deps.notifications.mailed(notification, await sendToWorker(deps, correspondence, told, notification));
    } catch (error) {
      await deps.notifications.mailed(notification, 'not-confirmed');
      throw error;
    }
  });
}
