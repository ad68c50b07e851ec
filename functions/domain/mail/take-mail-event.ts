import type { Notifications } from '../notifications/model.ts';
import type { DerivedId } from '../shared/ids.ts';
import { addressKey, type MailMarks, type MarkReason } from './marks.ts';

/** What the mail service tells of a mail that it had taken. */
export interface MailEvent {
  /** the same when it is told again */
  readonly eventId: string;
  readonly reason: MarkReason;
  /** those of the mail's addresses that it is about */
  readonly addresses: readonly string[];
  readonly at: Date;
  readonly tenantId: string;
  /** whose file the mail belongs to, and the line that tells of it */
  readonly subjectId?: string | undefined;
  readonly notificationId?: string | undefined;
}

/** Marks the addresses, and says so where the mail was noted. Told twice it does nothing more. */
export async function takeMailEvent(
  {
    marks,
    notifications,
    derivedId,
  }: { marks: Pick<MailMarks, 'put'>; notifications: Pick<Notifications, 'mailed'>; derivedId: DerivedId },
  { eventId, reason, addresses, at: moment, tenantId, subjectId, notificationId }: MailEvent,
): Promise<void> {
  const at = moment.toISOString();
  const what = { tenantId, at, by: 'system' };
  for (const address of addresses) {
    const of = `${eventId} ${addressKey(address)}`;
    await marks.put(
      { tenantId, address: addressKey(address), reason, since: at },
      {
        audit: {
          ...{ ...what, subjectId: subjectId ?? 'mail-addresses', auditId: derivedId('aud', moment, of) },
          action: `mail-address-${reason}`,
        },
        ...(subjectId !== undefined && {
          notification: {
            ...{ ...what, subjectId, notificationId: derivedId('not', moment, of) },
            kind: `mail-address-${reason}`,
          },
        }),
      },
    );
  }
  if (subjectId !== undefined && notificationId !== undefined)
    await notifications.mailed({ tenantId, subjectId, notificationId }, reason);
}
