import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import type { Permission } from '../../../contract/permissions.ts';
import { Table } from '../../../functions/adapters/dynamodb/table.ts';
import type { Step } from '../../../functions/domain/messaging/ports.ts';
import type { MessagingOfTenant } from '../../../functions/domain/messaging/settings/model.ts';
import { TABLE_NAME } from '../../../local/create-table.ts';
import type { Language } from '../../../web/src/texts/catalogue.ts';
import { accessOn, makeAgency, PASSWORD } from '../agency.ts';
import { bringMessage } from '../brought-message.ts';
import { walletsOn } from '../wallet.ts';
import { logIn, openPortal } from './portal.ts';

let table: Table | undefined;

/** The table of the running stack, for what no route makes: agencies, and what a network says of their messages. */
function stackTable(): Table {
  const client = new DynamoDBClient({
    endpoint: `http://${inject('addresses').dynamodb}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  table ??= new Table({ client, tableName: TABLE_NAME, pause: async () => {} });
  return table;
}

/** An agency of a test's own, without a box: what it sends waits until the test says what became of it. */
export async function newAgency(sms?: MessagingOfTenant) {
  const one = stackTable();
  const agency = await makeAgency(accessOn(one), 'optional', sms);
  const { tenantId } = agency.tenant;
  await walletsOn(one).grant({ tenantId, grantId: 'test', credits: 1000, at: new Date() });
  return {
    ...agency,
    bring: (messageId: string, ...states: Step['to'][]) => bringMessage(one, tenantId, messageId, ...states),
    /** The start page of a new employee with these permissions. */
    async open(language: Language, ...permissions: Permission[]) {
      const { loginName } = await agency.employee(...permissions);
      const opened = await openPortal(`/login?agency=${agency.slug}`, language);
      await logIn(opened, language, { loginName, password: PASSWORD });
      return opened;
    },
  };
}
