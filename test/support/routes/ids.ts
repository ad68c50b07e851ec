import type { Route } from '../../../contract/route.ts';

const PREFIXES: Readonly<Record<string, string>> = {
  messageId: 'msg',
  inboundId: 'inb',
  tokenId: 'tok',
  boxId: 'box',
  commandId: 'cmd',
  workerId: 'wrk',
  companyId: 'com',
  contactId: 'con',
  placementId: 'plc',
  branchId: 'brn',
  mailTemplateId: 'tpl',
  messageTemplateId: 'mtp',
  sessionId: 'ses',
  deviceId: 'dev',
  passkeyId: 'pky',
  recoveryId: 'rec',
  employeeId: 'emp',
  roleId: 'rol',
  tenantId: 'ten',
  batchId: 'bat',
  selectionId: 'sel',
  threadId: 'thr',
  webhookId: 'whk',
  eventId: 'evt',
  exportId: 'exp',
  optOutId: 'opt',
};
/** An id that nothing has, as a path takes it. */
export function unknownId(param: string): string {
  if (param === 'action') return 'enable';
  if (param === 'slug') return 'no-such-agency';
  if (param === 'day' || param === 'validFrom') return '2026-01-01';
  if (param === 'provider') return 'smsapi';
  const prefix = PREFIXES[param];
  if (!prefix) throw new Error(`tell this test what an id for {${param}} looks like`);
  return `${prefix}_01JD0000000000000000000000`;
}

/** The parameters of a route's path, in their order. */
export const paramsIn = ({ path }: Pick<Route, 'path'>): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => param);
