import type * as z from 'zod/mini';
import { REPEATS_AT_MOST } from '../../../contract/message-delivery.ts';
import type { Priority } from '../../../contract/priorities.ts';
import type { SendingRoute } from '../../../contract/providers.ts';
import type { acceptedMessage } from '../../../contract/routes/messaging.ts';
import type { Clock } from '../shared/clock.ts';
import { DomainError } from '../shared/domain-error.ts';
import { type ChooseSenderDependencies, chooseSender } from './choose-sender.ts';
import { composeForRoutes } from './compose-for-routes.ts';
import { mobileNumber } from './mobile-number.ts';
import type { MobilePrefixStore } from './mobile-prefixes.ts';
import type { PhoneNumbers } from './ports.ts';
import { chosenRoute } from './providers/chosen-route.ts';
import type { ProviderAccounts } from './providers/ports.ts';
import { chooseNumber } from './records/choose-number.ts';
import type { RefusedNumbers } from './refused-numbers/model.ts';
import { noteRefusal } from './refused-numbers/note-refusal.ts';
import { sendAtOf } from './schedule.ts';
import {
  type Draft,
  type SenderRights,
  type StoreDependencies,
  type StoreRequest,
  storeMessage,
} from './store-message.ts';
import { type WantedText, type WriteDependencies, type Writer, writeMessage } from './write-message.ts';

export interface NewMessage extends WantedText {
  /** a number, or the id of a worker, contact, company or employee */
  readonly to: string;
  /** of that record's numbers the one that it is to go to; absent: chosen from them */
  readonly number?: string | undefined;
  /** in place of the agency's own */
  readonly senderName?: string | undefined;
  /** the route that it is to take, and no other */
  readonly route?: SendingRoute | undefined;
  /** ISO 8601, with any offset; absent: at once */
  readonly sendAt?: string | undefined;
  /** absent: the template's, or normal */
  readonly priority?: Priority | undefined;
  /** the modem whose SIM card is to send it, and no other */
  readonly modem?: { readonly boxId: string; readonly name: string } | undefined;
}

export interface DraftDependencies extends ChooseSenderDependencies, WriteDependencies {
  readonly numbers: PhoneNumbers;
  readonly accounts: Pick<ProviderAccounts, 'find'>;
  readonly mobilePrefixes: Pick<MobilePrefixStore, 'find'>;
}

export interface AcceptDependencies extends DraftDependencies, StoreDependencies {
  readonly refusedNumbers: Pick<RefusedNumbers, 'add'>;
  readonly clock: Clock;
}

/** Who sends, and how the agency does. */
export interface MessageSender extends SenderRights, Writer {
  /** of the employee or API token */
  readonly by: string;
  /** the employee's own; absent: the agency's */
  readonly signature?: string | undefined;
}

/**
 * Takes one SMS in: checked, paid for and in its lane, once for each key.
 *
 * @param of the request that its key belongs to; a key alone is one of the route `messages`
 */
export async function acceptMessage(
  dependencies: AcceptDependencies,
  sender: MessageSender,
  asked: NewMessage,
  of: string | Pick<StoreRequest, 'route' | 'key' | 'asked'>,
): Promise<z.input<typeof acceptedMessage>> {
  const { route, key, ...rest } = typeof of === 'string' ? { route: 'messages', key: of, asked } : of;
  const request = { route, key, ...rest, now: dependencies.clock.now() };
  try {
    return await storeMessage(dependencies, sender, () => draftOf(dependencies, sender, asked, request.now), request);
  } catch (error) {
    const { tenantId, by, messaging } = sender;
    const refused = { tenantId, key, by, at: request.now.toISOString(), to: asked.to };
    if (messaging.errorAddress !== undefined) await noteRefusal(dependencies.refusedNumbers, refused, error);
    throw error;
  }
}

/** What is to be sent, checked. @throws DomainError for what is wrong with number, record, template, route and text */
export async function draftOf(
  dependencies: DraftDependencies,
  sender: MessageSender,
  asked: NewMessage,
  now: Date,
): Promise<Draft> {
  const { tenantId, country, messaging } = sender;
  const dueAt = asked.sendAt === undefined ? undefined : sendAtOf(asked.sendAt, now).toISOString();
  const [{ prefixes }, { record, template, missing, text }, modem, chosen] = await Promise.all([
    dependencies.mobilePrefixes.find(tenantId),
    writeMessage(dependencies, sender, asked),
    asked.modem && chosenModem(dependencies, tenantId, asked.modem),
    chosenRoute(dependencies, tenantId, asked),
  ]);
  if (missing.length > 0) {
    const message = 'Nothing is recorded for {fields}';
    const fields = missing.map((name) => `{{${name}}}`).join(', ');
    throw new DomainError('template-field-empty', { errors: [{ path: 'to', message, values: { fields } }] });
  }
  const to =
    record && asked.number === undefined
      ? chooseNumber(dependencies.numbers, record, country, prefixes)
      : mobileNumber(dependencies.numbers, asked.number ?? asked.to, country, prefixes);
  const routes = modem ? undefined : (chosen ?? sender.routes);
  const {
    parts,
    units: _,
    shown,
    ...composed
  } = composeForRoutes(sender, routes, { text, template }, asked.senderName);
  const priority = asked.priority ?? template?.priority ?? 'normal';
  const isSender = shown === 'web' && messaging.senderNameShown !== 'line';
  return {
    ...{ to, ...composed, parts: parts.length },
    ...(dueAt !== undefined && { dueAt }),
    ...(priority !== 'normal' && { priority }),
    ...(template?.delivery === 'at-least-once' && { repeatsLeft: REPEATS_AT_MOST }),
    ...(routes && { routes }),
    ...(isSender && composed.senderName !== undefined && { fromName: composed.senderName }),
    ...(record && { recordId: record.id }),
    ...(asked.templateId !== undefined && { templateId: asked.templateId }),
    ...(template?.category === 'marketing' && { category: template.category }),
    ...(modem && { sender: modem }),
  };
}

async function chosenModem(deps: ChooseSenderDependencies, tenantId: string, modem: NonNullable<NewMessage['modem']>) {
  const chosen = await chooseSender(deps, tenantId, modem);
  if ('error' in chosen) throw new DomainError('modem-unknown', { errors: [chosen.error] });
  return chosen.sender;
}
