import type { MessageState } from '../../../contract/message-states.ts';
import type { SendingRoute } from '../../../contract/providers.ts';
import { type MessageSummary, routeOf } from './model.ts';
import type { MessageLists } from './ports.ts';

/** What the list is filtered by; all of it has to be so. */
export interface MessageFilter {
  readonly state?: MessageState | undefined;
  /** E.164 */
  readonly to?: string | undefined;
  /** the worker, contact, company or employee that it went to */
  readonly recordId?: string | undefined;
  readonly templateId?: string | undefined;
  /** of which it is one */
  readonly batchId?: string | undefined;
  /** sent, and in the file of its record */
  readonly event?: 'registered' | undefined;
  /** the employee or API token that sent it */
  readonly by?: string | undefined;
  /** by which it goes, or went */
  readonly route?: SendingRoute | undefined;
  /** accepted then or later */
  readonly from?: Date | undefined;
  /** accepted before */
  readonly until?: Date | undefined;
  /** words of the text, in any order; each may be the middle of one */
  readonly text?: string | undefined;
}

export interface MessagePage {
  readonly items: MessageSummary[];
  /** the id after which the next page begins; absent when all was looked at */
  readonly next?: string;
  /** when the last message that was looked at was accepted; absent when there was none */
  readonly searchedTo?: string;
}

/** Looked at for one page, when more than one thing is asked for. */
export const LOOKED_AT_MOST = 500;
const LOOKED_AT_ONCE = 100;

/**
 * A page of messages, newest first. The most selective filter picks the list that is read: alone it costs one query. The others are
 * checked on what comes, at most 500 messages a page, so that a page may be short and still not the last.
 */
export async function listMessages(
  lists: MessageLists,
  tenantId: string,
  filter: MessageFilter,
  limit: number,
  before?: string,
): Promise<MessagePage> {
  const list = listFor(filter);
  const isFit = (message: MessageSummary) => fits(message, filter);
  const isChecked = needsChecks(filter, list);
  const items: MessageSummary[] = [];
  let [looked, next, last] = [0, before, undefined as MessageSummary | undefined];
  do {
    const some = isChecked ? Math.min(LOOKED_AT_ONCE, LOOKED_AT_MOST - looked) : limit;
    const page = await lists.read(tenantId, list, { from: filter.from, until: filter.until }, some, {
      before: next,
      wholeTexts: filter.text !== undefined,
    });
    next = page.next;
    for (const message of page.items) {
      looked += 1;
      last = message;
      if (!isFit(message)) continue;
      items.push(message);
      if (items.length < limit) continue;
      const isLast = next === undefined && message === page.items.at(-1);
      next = isLast ? undefined : message.messageId;
      return { items, ...(next && { next }), searchedTo: last.acceptedAt };
    }
  } while (next !== undefined && looked < LOOKED_AT_MOST);
  return { items, ...(next && { next }), ...(last && { searchedTo: last.acceptedAt }) };
}

/** One list of messages, the most selective that the filter names. */
export type MessageList =
  | { readonly by: 'recipient'; readonly to: string }
  | { readonly by: 'record'; readonly recordId: string }
  | { readonly by: 'template'; readonly templateId: string }
  | { readonly by: 'event' }
  | { readonly by: 'sender'; readonly sender: string }
  | { readonly by: 'state'; readonly state: MessageState }
  | { readonly by: 'batch'; readonly batchId: string }
  | { readonly by: 'route'; readonly route: SendingRoute }
  | { readonly by: 'tenant' };

export function listFor({ to, recordId, batchId, templateId, event, by, state, route }: MessageFilter): MessageList {
  if (to !== undefined) return { by: 'recipient', to };
  if (recordId !== undefined) return { by: 'record', recordId };
  if (batchId !== undefined) return { by: 'batch', batchId };
  if (templateId !== undefined) return { by: 'template', templateId };
  if (event !== undefined) return { by: 'event' };
  if (by !== undefined) return { by: 'sender', sender: by };
  if (state !== undefined) return { by: 'state', state };
  if (route !== undefined) return { by: 'route', route };
  return { by: 'tenant' };
}

/** What of the filter each list sees to itself. */
const SEEN_TO: Readonly<Record<MessageList['by'], keyof MessageFilter | undefined>> = {
  recipient: 'to',
  record: 'recordId',
  template: 'templateId',
  event: 'event',
  sender: 'by',
  state: 'state',
  batch: 'batchId',
  route: 'route',
  tenant: undefined,
};

function needsChecks(filter: MessageFilter, list: MessageList): boolean {
  const { from: _, until: __, ...asked } = filter;
  return Object.entries(asked).some(([name, value]) => value !== undefined && name !== SEEN_TO[list.by]);
}

/** Whether a message is one of those that are asked for, its moment apart. */
export function fits(message: MessageSummary, filter: MessageFilter): boolean {
  const { state, by, text, recordId, batchId, templateId, event, route } = filter;
  // The index shows states and routes of a moment ago: what is shown has to be what was asked for.
  if (state !== undefined && message.state !== state) return false;
  if (route !== undefined && routeOf(message) !== route) return false;
  if (by !== undefined && message.acceptedBy !== by) return false;
  if (recordId !== undefined && message.recordId !== recordId) return false;
  if (batchId !== undefined && message.batchId !== batchId) return false;
  if (templateId !== undefined && message.templateId !== templateId) return false;
  if (event !== undefined && !message.eventRegistered) return false;
  const said = message.text.toLowerCase();
  return (text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
