import type { MessageList } from '../../domain/messaging/list-messages.ts';
import type { MessageSummary } from '../../domain/messaging/model.ts';
import type { MessageLists } from '../../domain/messaging/ports.ts';
import { messageItemOf, messageTextOf, summaryOf } from './codecs/message.ts';
import { firstIdAt } from './first-id.ts';
import { messageLists } from './index-keys.ts';
import { keys } from './keys.ts';
import type { Query, Table } from './table.ts';

/** After every id. */
const END = 'msg_~';

export class MessageListRepository implements MessageLists {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async read(
    tenantId: string,
    list: MessageList,
    { from, until }: { readonly from?: Date | undefined; readonly until?: Date | undefined },
    limit: number,
    { before, wholeTexts }: { readonly before: string | undefined; readonly wholeTexts: boolean },
  ): Promise<{ items: MessageSummary[]; next?: string }> {
    const where = indexOf(tenantId, list);
    const { items, next } = await this.#table.query({
      ...where,
      sort: {
        attribute: 'messageId',
        from: from ? firstIdAt('msg', from) : 'msg_',
        // No id is equal to the beginning of one, so that the moment itself is left out.
        to: until ? firstIdAt('msg', until) : END,
      },
      newestFirst: true,
      limit,
      ...(before !== undefined && {
        after: { ...where.partition, messageId: before, ...keys.message(tenantId, before) },
      }),
    });
    const ids = items.map(({ messageId }) => String(messageId));
    const found = await this.#table.batchGet(
      ids.map((id) => keys.message(tenantId, id)),
      { consistent: false },
    );
    const summaries = found.filter((item) => item !== undefined).map((item) => summaryOf(messageItemOf(item)));
    return {
      items: wholeTexts ? await this.#withTexts(tenantId, summaries) : summaries,
      ...(next && { next: String(next['messageId']) }),
    };
  }

  async #withTexts(tenantId: string, summaries: readonly MessageSummary[]): Promise<MessageSummary[]> {
    const cut = summaries.filter(({ textComplete }) => !textComplete).map(({ messageId }) => messageId);
    if (cut.length === 0) return [...summaries];
    const texts = await this.#table.batchGet(
      cut.map((id) => keys.messageText(tenantId, id)),
      { consistent: false },
    );
    return summaries.map((summary) => {
      const text = texts[cut.indexOf(summary.messageId)];
      return text === undefined ? summary : { ...summary, text: messageTextOf(text), textComplete: true };
    });
  }
}

function indexOf(
  tenantId: string,
  list: MessageList,
): Pick<Query, 'partition'> & { readonly index: Query['index'] & string } {
  switch (list.by) {
    case 'recipient':
      return { index: 'byRecipient', partition: messageLists.byRecipient(tenantId, list.to) };
    case 'sender':
      return { index: 'bySender', partition: messageLists.bySender(tenantId, list.sender) };
    case 'record':
      return { index: 'byRecord', partition: messageLists.byRecord(tenantId, list.recordId) };
    case 'template':
      return { index: 'byTemplate', partition: messageLists.byTemplate(tenantId, list.templateId) };
    case 'event':
      return { index: 'byEvent', partition: messageLists.byEvent(tenantId) };
    case 'batch':
      return { index: 'byBatch', partition: messageLists.byBatch(tenantId, list.batchId) };
    case 'route':
      return { index: 'byRoute', partition: messageLists.byRoute(tenantId, list.route) };
    case 'state':
      return { index: 'byState', partition: messageLists.byState(tenantId, list.state) };
    case 'tenant':
      return { index: 'byTenant', partition: { tenantId } };
  }
}
