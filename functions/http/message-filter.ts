import type * as z from 'zod/mini';
import type { messageListFilter } from '../../contract/routes/messaging.ts';
import type { MessageFilter } from '../domain/messaging/list-messages.ts';

const momentOf = (given: string | undefined) => (given === undefined ? undefined : new Date(given));

/** What somebody asked for, as the list knows it. `to` in E.164 */
export function filterOf(asked: z.output<typeof messageListFilter>, to: string | undefined): MessageFilter {
  const { state, by, text, record: recordId, template: templateId, batch: batchId, event, route, from, until } = asked;
  return {
    ...{ to, state, by, text, recordId, templateId, batchId, event, route },
    from: momentOf(from),
    until: momentOf(until),
  };
}
