import type { MailOutcome } from '../../../../contract/mail-outcomes.ts';
import type { Actor } from '../../directory/entries/model.ts';
import type { Mailer } from '../../mail/ports.ts';
import type { Notification, Notifications } from '../../notifications/model.ts';
import { readSettings, type SettingsStore } from '../../settings/settings.ts';
import { after, type Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { Secrets } from '../ports.ts';
import { composeInvitation } from './compose-mail.ts';
import { INVITED_FOR, type Invitation, type Invitee, invitationLink, invitationToken } from './model.ts';
import type { Invitations, WrittenDown } from './ports.ts';

export interface MakeInvitationDependencies {
  readonly invitations: Pick<Invitations, 'put'>;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly newId: NewId;
}

export interface SendInvitationDependencies extends MakeInvitationDependencies {
  readonly settings: SettingsStore;
  readonly notifications: Pick<Notifications, 'mailed'>;
  readonly mailer: Mailer;
  /** hears of a mail that was not taken; never of its text */
  readonly mailFailed: (error: unknown) => void;
}

export interface SentInvitation {
  /** absent where nothing could be mailed: then nothing was made, and an earlier invitation still counts */
  readonly expiresAt?: string;
  readonly mail: MailOutcome;
}

/**
 * Mails somebody a link to choose login data by. The invitation stands whatever becomes of the mail, which may come late.
 *
 * @param site where the page of the link is: `https://app.example`
 * @throws DomainError `not-found` when the person is removed meanwhile
 */
export async function sendInvitation(
  deps: SendInvitationDependencies,
  actor: Actor,
  invitee: Invitee,
  site: string,
): Promise<SentInvitation> {
  const { settings } = await readSettings(deps.settings, actor.tenantId);
  const { mailSender: from } = settings.correspondence;
  const { mailAddress: to } = invitee;
  if (to === undefined) return { mail: 'no-address' };
  if (!from) return { mail: 'no-sender' };
  const { invitation, token, notification } = await makeInvitation(deps, actor, invitee);
  const link = invitationLink(site, token);
  const content = { notificationId: notification.notificationId, invitee, from, to, link, settings };
  const mail = await deps.mailer
    .send(composeInvitation({ ...content, until: new Date(invitation.expiresAt) }))
    .catch((error: unknown) => {
      deps.mailFailed(error);
      return 'not-confirmed' as const;
    });
  await deps.notifications.mailed(notification, mail);
  return { expiresAt: invitation.expiresAt, mail };
}

/** The invitation alone; its token is known here and then to nobody but its reader. @throws DomainError `not-found` */
export async function makeInvitation(
  { invitations, secrets, clock, newId }: MakeInvitationDependencies,
  { id: by, requestId, address }: Pick<Actor, 'id' | 'requestId' | 'address'>,
  { tenant: { tenantId }, personId, epoch }: Invitee,
): Promise<{ invitation: Invitation; token: string; notification: Notification }> {
  const secret = secrets.make();
  const now = clock.now();
  const at = now.toISOString();
  const invitation: Invitation = {
    ...{ tenantId, personId, epoch, secretHash: secrets.hash(secret), createdAt: at },
    expiresAt: after(now, INVITED_FOR).toISOString(),
  };
  const subject = { tenantId, subjectId: personId, at, by };
  const written: WrittenDown = {
    notification: { ...subject, notificationId: newId('not'), kind: 'invitation-sent' },
    audit: { ...subject, auditId: newId('aud'), requestId, address, action: 'invited' },
  };
  if (!(await invitations.put(invitation, written))) throw new DomainError('not-found');
  return { invitation, token: invitationToken(tenantId, personId, secret), notification: written.notification };
}
