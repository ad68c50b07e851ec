import type { SQSEvent } from 'aws-lambda';
import type { Permission, Scope } from '../../../contract/permissions.ts';
import type { Route } from '../../../contract/route.ts';
import { batchRoutes } from '../../../contract/routes/batches/batches.ts';
import { uploadRoutes } from '../../../contract/routes/batches/uploads.ts';
import type { Table } from '../../../functions/adapters/dynamodb/table.ts';
import { accessOn, makeAgency } from '../agency.ts';
import type { EventInput } from '../api-event.ts';
import { upload } from '../files/bucket.ts';
import { type loadFunctions, send } from '../functions.ts';
import { newId } from '../messages.ts';
import { asFunction } from '../roles.ts';
import { walletsOn } from '../wallet.ts';

const SCOPES: Scope[] = ['messages:send', 'messages:read', 'workers:read', 'workers:manage', 'templates:manage'];

/** An agency with credits and a token, and its batches: the functions are called as the gateway and the queue would. */
export async function agencyWithBatches(
  functions: Awaited<ReturnType<typeof loadFunctions>>,
  table: Table,
  credits = 1000,
  scopes: readonly Permission[] = SCOPES,
) {
  const agency = await makeAgency(accessOn(table));
  const { tenantId } = agency.tenant;
  const wallets = walletsOn(table);
  await wallets.grant({ tenantId, grantId: 'test', credits, at: new Date() });
  const { token } = await agency.apiToken(scopes as Scope[]);
  const authorization = `Bearer ${token}`;
  const ask = (route: Route, input: EventInput = {}) =>
    send(functions, route, {
      ...input,
      headers: { authorization, 'idempotency-key': newId('key'), ...input.headers },
    });
  const find = async (batchId: string) => (await ask(batchRoutes.getMessageBatch, { params: { batchId } })).body;

  async function uploaded(csv: string | Uint8Array<ArrayBuffer>): Promise<string> {
    const { body } = await ask(uploadRoutes.createRecipientUpload);
    const { status } = await upload(body, csv);
    if (status !== 204) throw new Error(`the upload was refused with ${status}`);
    return body.id;
  }
  /** What the queue brings, until nothing is left to do. */
  async function work(batchId: string) {
    const { handler } = await import('../../../functions/handlers/batches.ts');
    const body = JSON.stringify({ tenantId, batchId });
    const event = { Records: [{ messageId: 'one', body }] } as unknown as SQSEvent;
    const { batchItemFailures } = await asFunction('batches', () => handler(event));
    if (batchItemFailures.length > 0) throw new Error('the batch was not worked on');
  }
  async function prepared(fields: object, csv: string) {
    const uploadId = await uploaded(csv);
    const { body } = await ask(batchRoutes.createMessageBatch, { body: { uploadId, ...fields } });
    await work(body.id);
    return find(body.id);
  }
  const accept = (batchId: string) => ask(batchRoutes.acceptMessageBatch, { params: { batchId } });
  const stop = (batchId: string) => ask(batchRoutes.stopMessageBatch, { params: { batchId } });
  async function lines(batchId: string, limit = 100) {
    const all = [];
    let cursor: string | undefined;
    do {
      const query = { limit: String(limit), ...(cursor !== undefined && { cursor }) };
      const { body } = await ask(batchRoutes.listBatchLines, { params: { batchId }, query });
      all.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    return all;
  }
  return {
    ...{ agency, tenantId, ask, uploaded, work, prepared, accept, stop, find, lines },
    balance: () => wallets.balance(tenantId),
  };
}
