import type { MessagingSettings } from '../../../../contract/messaging-settings.ts';
import { auditLine } from '../../directory/entries/audit-line.ts';
import { changedFields } from '../../directory/entries/changed-fields.ts';
import type { Actor } from '../../directory/entries/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { MessagingOfTenant } from './model.ts';
import type { MessagingSettingsStore } from './ports.ts';

export interface MessagingSettingsDependencies {
  readonly store: MessagingSettingsStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

const SUBJECT = 'messaging-settings';

/**
 * Changes how an agency sends SMS, from everybody's next request on.
 *
 * @param before as this request read it
 * @throws DomainError `changed-meanwhile`, `responsibility-not-accepted`, `invalid-request` for a role that does not exist
 */
export async function changeMessagingSettings(
  { store, clock, newId }: MessagingSettingsDependencies,
  actor: Actor,
  before: MessagingOfTenant,
  version: number,
  settings: MessagingSettings,
): Promise<MessagingOfTenant> {
  if (before.messagingVersion !== version) throw new DomainError('changed-meanwhile');
  if (settings.offered && !before.smsResponsibility) throw new DomainError('responsibility-not-accepted');
  const changed = changedFields(before.messaging, settings);
  const audit = auditLine(newId, actor, SUBJECT, clock.now().toISOString(), { action: 'changed', changed });
  const result = await store.replace(actor.tenantId, before, settings, audit);
  if (result === 'changed') throw new DomainError('changed-meanwhile');
  if (result === 'role-missing') {
    const values = { id: settings.senderRole ?? '' };
    throw new DomainError('invalid-request', { errors: [{ path: 'senderRole', message: 'There is no {id}', values }] });
  }
  return { ...before, messaging: settings, messagingVersion: version + 1 };
}

/** Keeps who accepted for the agency that it answers for its SMS, and when; the first acceptance stays (E3-12). */
export async function acceptSmsResponsibility(
  { store, clock, newId }: MessagingSettingsDependencies,
  actor: Actor,
  before: MessagingOfTenant,
  textVersion: string,
): Promise<MessagingOfTenant> {
  if (before.smsResponsibility) return before;
  const at = clock.now().toISOString();
  const { providerTerms } = before.messaging;
  const smsResponsibility = { at, by: actor.id, textVersion, ...(providerTerms !== undefined && { providerTerms }) };
  const audit = {
    ...auditLine(newId, actor, SUBJECT, at, { action: 'sms-responsibility-accepted' }),
    detail: `text ${textVersion}`,
  };
  if (await store.accept(actor.tenantId, smsResponsibility, audit)) return { ...before, smsResponsibility };
  return store.find(actor.tenantId);
}
