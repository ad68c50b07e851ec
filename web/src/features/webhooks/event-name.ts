import type { TFunction } from 'i18next';
import type { Outcome } from '../../../../contract/message-states.ts';
import type { WebhookEventType } from '../../../../contract/webhook-events.ts';
import { stateName } from '../messages/state-name.ts';

/** What an event is called: an SMS's outcome by the word that the list of SMS has for it. */
export const eventName = (t: TFunction, event: WebhookEventType): string =>
  event === 'inbound.received'
    ? t('webhooks.inbound')
    : t('webhooks.outcome', { state: stateName(event.replace('message.', '') as Outcome) });
