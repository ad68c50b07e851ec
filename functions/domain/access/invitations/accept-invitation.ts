import type { FieldError } from '../../../../contract/errors.ts';
import { enforceLimits } from '../../limits/enforce-limits.ts';
import { networkOf } from '../../limits/network-of.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { checkNewPassword, type IsCommonPassword, namesAround } from '../check-new-password.ts';
import type { Browser } from '../devices/meet-device.ts';
import { type LoggedIn, type LogInDependencies, openSession } from '../log-in.ts';
import { checkOwnLoginName, loginNameKey } from '../login-name.ts';
import type { Login } from '../model.ts';
import { type Invitation, type Invitee, parseInvitationToken } from './model.ts';
import type { Invitations, WrittenDown } from './ports.ts';

export interface AcceptInvitationDependencies extends LogInDependencies {
  readonly invitations: Invitations;
  readonly isCommonPassword: IsCommonPassword;
}

export interface Acceptance {
  readonly token: string;
  readonly loginName: string;
  readonly password: string;
  /** whence it comes */
  readonly address: string;
  readonly requestId: string;
  readonly browser: Browser;
}

/** Whose invitation it is, if it can be accepted; uses nothing up. @throws DomainError `invitation-not-valid` */
export async function lookAtInvitation(
  deps: AcceptInvitationDependencies,
  { token, address }: Pick<Acceptance, 'token' | 'address'>,
): Promise<{ invitation: Invitation; invitee: Invitee }> {
  await enforceLimits(deps, { 'invitation-address': networkOf(address) });
  const { invitations, secrets, clock } = deps;
  const parsed = parseInvitationToken(token);
  const invitation = parsed && (await invitations.find(parsed.tenantId, parsed.personId));
  if (!invitation || secrets.hash(parsed.secret) !== invitation.secretHash)
    throw new DomainError('invitation-not-valid');
  const invitee = await invitations.findInvitee(parsed.tenantId, parsed.personId);
  if (!invitee || invitee.epoch !== invitation.epoch || new Date(invitation.expiresAt) <= clock.now())
    throw new DomainError('invitation-not-valid');
  return { invitation, invitee };
}

/**
 * The login data that the invited person chose. They take the place of earlier ones, whose sessions end, and a session
 * begins.
 *
 * @throws DomainError `invitation-not-valid`, `invalid-request`, `name-taken`, `too-many-tries`
 */
export async function acceptInvitation(deps: AcceptInvitationDependencies, acceptance: Acceptance): Promise<LoggedIn> {
  const { invitations, accounts, passwords, clock, newId } = deps;
  const { invitation, invitee } = await lookAtInvitation(deps, acceptance);
  const { tenantId, personId } = invitation;
  await enforceLimits(deps, { 'login-name-account': personId });
  const errors: FieldError[] = [
    ...checkOwnLoginName(acceptance.loginName),
    ...checkNewPassword(deps.isCommonPassword, acceptance.password, namesAround(invitee, acceptance.loginName)),
  ];
  if (errors.length > 0) throw new DomainError('invalid-request', { errors });

  const login: Login = {
    ...{ tenantId, personId, loginName: loginNameKey(acceptance.loginName), tries: 0, epoch: invitee.epoch + 1 },
    passwordHash: await passwords.hash(acceptance.password),
  };
  const subject = { tenantId, subjectId: personId, at: clock.now().toISOString(), by: personId };
  const written: WrittenDown = {
    notification: { ...subject, notificationId: newId('not'), kind: 'invitation-accepted' },
    audit: {
      ...subject,
      auditId: newId('aud'),
      requestId: acceptance.requestId,
      address: acceptance.address,
      action: 'invitation-accepted',
    },
  };
  const result = await invitations.accept(invitation, invitee, login, acceptance.loginName, written);
  if (result === 'name-taken') throw new DomainError('name-taken');
  if (result === 'used') throw new DomainError('invitation-not-valid');
  const account = await accounts.ofPerson(login);
  if (!account) throw new DomainError('invitation-not-valid');
  return openSession(deps, login, account, { browser: acceptance.browser });
}
