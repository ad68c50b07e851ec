import type { Route } from '../../../contract/route.ts';
import { routes } from '../../../contract/routes/index.ts';
import { BatchWorkRepository } from '../../../functions/adapters/dynamodb/batch-work-repository.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import type { Table } from '../../../functions/adapters/dynamodb/table.ts';
import { bringMessage } from '../brought-message.ts';
import { paramsIn } from './ids.ts';
import { makersOf } from './makers.ts';
import type { As, TwoAgencies } from './two-agencies.ts';

/** Makes what a route is about, so that it does what it is for; the ids of its path. */
export async function prepared(
  table: Table,
  agencies: TwoAgencies,
  route: Route,
  as: 'all' | 'other',
): Promise<Record<string, string>> {
  const makers = makersOf(table, agencies);
  const params: Record<string, string> = {};
  for (const param of paramsIn(route))
    params[param] = param === 'tenantId' ? agencies.tenantOf(as) : ((await makers[param]?.(as, params)) ?? '');
  await prepare(table, agencies, route, as, params);
  return params;
}

async function prepare(
  table: Table,
  { ask, tenantOf }: TwoAgencies,
  route: Route,
  as: As,
  params: Record<string, string>,
): Promise<void> {
  if (/\/(schedule|text)$/.test(route.path)) {
    const body = { to: '+31612345678', text: 'Goedemorgen', sendAt: new Date(Date.now() + 3_600_000).toISOString() };
    const scheduled = await ask(routes.sendMessage, as, { body });
    params['messageId'] = scheduled.body.id;
  }
  if (route.path.endsWith('/resolution'))
    await bringMessage(table, tenantOf(as), params['messageId'] ?? '', 'unconfirmed');
  if (route.path.endsWith('/acceptance')) {
    const batches = new BatchWorkRepository(table, { now: () => new Date() });
    const batch = await batches.find(tenantOf(as), params['batchId'] ?? '');
    if (batch) await batches.change(batch, { ...batch, state: 'prepared', tally: { ...batch.tally, recipients: 1 } });
  }
  if (route.path.endsWith('/link'))
    await table.write({
      update: keys.messageExport(tenantOf(as), params['exportId'] ?? ''),
      change: { set: { state: 'done', upload: { key: 'exports/x.csv', uploadId: 'x' } } },
    });
  if (!route.path.includes('/verification-question') || route.method === 'GET') return;
  await ask(routes.actOnPortalAccess, as, { params: { ...params, action: 'enable' } });
  await ask(routes.recordVerificationQuestion, as, { params });
}
