import type { MailOutcome } from '../../../contract/mail-outcomes.ts';
import type { PortalAction } from '../../../contract/routes/portal-access.ts';
import type { MailSender, MailText } from '../mail/ports.ts';
import { after, type Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import { composePortalMail } from './compose-mail.ts';
import type { ReadAccessDependencies } from './describe-access.ts';
import { firstLoginName, ISSUED_FOR } from './first-login-data.ts';
import { expectedOutcome, planMail } from './mail-plan.ts';
import { checkPossible, noAccessYet, TRANSITIONS } from './model.ts';
import { type MailTemplates, pickTemplate } from './pick-template.ts';

export interface PreviewDependencies extends ReadAccessDependencies {
  readonly templates: MailTemplates;
  readonly clock: Clock;
}

/** What stands for a password, and for the number of a login name that is made when it is enabled. */
const HIDDEN = '********';
const NO_NUMBER = { number: () => '*****' };

export interface Preview extends MailText {
  /** what would become of it now */
  readonly expected: MailOutcome;
  readonly from?: MailSender;
  readonly to?: string;
}

/**
 * The mail that an act would send now. It makes no login data, so that none can be in it.
 *
 * @throws DomainError `not-found`, `action-not-possible`, `invalid-request`
 */
export async function previewMail(
  { accesses, correspondences, templates, marks, clock }: PreviewDependencies,
  { tenantId, workerId, action }: { tenantId: string; workerId: string; action: PortalAction },
  { mailTo, templateId }: { mailTo?: string | undefined; templateId?: string | undefined },
): Promise<Preview> {
  const correspondence = await correspondences.of(tenantId, workerId);
  if (!correspondence) throw new DomainError('not-found');
  const { settings, worker } = correspondence;
  checkPossible((await accesses.find(tenantId, workerId)) ?? noAccessYet(tenantId, workerId), action);
  const template = await pickTemplate(templates, { tenantId, action, worker }, templateId);
  const at = clock.now();
  const loginData = TRANSITIONS[action].loginData === 'new' && {
    loginName: firstLoginName(settings.loginPrefix, worker.givenName, NO_NUMBER),
    password: HIDDEN,
    validUntil: after(at, ISSUED_FOR),
  };
  const told = { mail: TRANSITIONS[action].mail, at, template, ...(loginData && { loginData }) };
  const marked = await marks.find(tenantId, mailTo === undefined ? worker.mailAddresses : [mailTo]);
  const plan = planMail(correspondence, marked, mailTo);
  return {
    ...composePortalMail(correspondence, told),
    ...(plan.kind === 'send' && { from: plan.from, to: plan.to }),
    expected: expectedOutcome(plan, marked),
  };
}
