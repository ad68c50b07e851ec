import type { auditRoutes } from '../../contract/routes/audit.ts';
import { describeLine } from '../domain/audit/describe-line.ts';
import type { AuditLines } from '../domain/audit/ports.ts';
import type { ApiRequest } from './api.ts';
import { placesOf } from './cursor.ts';

const momentOf = (given: string | undefined) => (given === undefined ? undefined : new Date(given));

type Route = typeof auditRoutes.listAuditLines;

/** A page of the audit trail of whoever asks: an agency, or the operators. */
export function auditHandler(auditLines: AuditLines) {
  return async ({ principal, query }: Pick<ApiRequest<Route>, 'principal' | 'query'>) => {
    const { tenantId, tenant } = principal;
    const { record, from, until, limit, cursor } = query;
    const { place: after, more } = placesOf(cursor, tenant.cursorKey);
    const { items, next } = await auditLines.page(tenantId, {
      ...{ record, limit, after, from: momentOf(from), until: momentOf(until) },
    });
    return { body: { items: items.map(describeLine), ...more(next) } };
  };
}
