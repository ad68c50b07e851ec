import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { expect, it } from 'vitest';
import { MESSAGE_STATES } from '../../contract/message-states.ts';
import { MessageRepository } from '../../functions/adapters/dynamodb/message-repository.ts';
import { type Plan, planOf } from '../bench/large/list/plan.ts';
import { bringAbout, itemsOf } from '../bench/large/list/planned-items.ts';
import { newId } from '../support/messages.ts';
import { useTable } from '../support/table.ts';
import { walletsOn } from '../support/wallet.ts';

const { table, client, name } = useTable();

it('the messages that a bench fills a list with are those that the repository writes, in every state and by every route', async () => {
  const tenantId = newId('ten');
  await walletsOn(table).grant({ tenantId, grantId: 'test', credits: 100, at: new Date() });
  const messages = new MessageRepository(table);
  const plans = new Map<string, Plan>();
  for (let place = 0; place < 200; place += 1) {
    const plan = planOf(place);
    const kind = `${plan.state} ${plan.route} ${plan.event}`;
    if (!plans.has(kind)) plans.set(kind, plan);
  }
  expect(new Set([...plans.values()].map(({ state }) => state))).toEqual(new Set(MESSAGE_STATES));
  for (const plan of plans.values()) {
    await bringAbout(messages, tenantId, plan);
    for (const item of await itemsOf(tenantId, plan)) {
      const Key = marshall({ pk: item['pk'], sk: item['sk'] });
      const { Item } = await client.send(new GetItemCommand({ TableName: name, Key, ConsistentRead: true }));
      expect(Item && unmarshall(Item)).toEqual(unmarshall(marshall(item, { removeUndefinedValues: true })));
    }
  }
});
