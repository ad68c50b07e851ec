import type { Language } from '../../../../contract/catalogues/index.ts';
import { auditLine } from '../../directory/entries/audit-line.ts';
import type { Actor } from '../../directory/entries/model.ts';
import { after, type Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { NewId } from '../../shared/ids.ts';
import type { MessageFilter } from '../list-messages.ts';
import { EXPORT_KEPT, type MessageExport, type StoredFilter } from './model.ts';
import { ownExport } from './own-export.ts';
import type { ExportHurry, MessageExports } from './ports.ts';

export interface StartExportDependencies {
  readonly exports: Pick<MessageExports, 'add' | 'find'>;
  readonly hurry: ExportHurry;
  readonly hintLost: (error: unknown) => void;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Has a list written into a file, once for each key. Messages that are accepted from now on are not in it, so that it has an end.
 *
 * @throws DomainError `idempotency-key-reused`
 */
export async function startExport(
  deps: StartExportDependencies,
  actor: Actor,
  asked: MessageFilter,
  language: Language,
  key: string,
): Promise<MessageExport> {
  const { tenantId, id: by } = actor;
  const now = deps.clock.now();
  const exportId = deps.newId('exp');
  const filter = stored(asked, now);
  const one: MessageExport = {
    ...{ tenantId, exportId, state: 'running', by, language, filter, createdAt: now.toISOString() },
    expiresAt: after(now, EXPORT_KEPT).toISOString(),
    ...{ pieces: [], lines: 0, version: 1 },
  };
  const { until: _, ...same } = filter;
  const request = {
    ...{ route: 'createMessageExport', key, answer: { exportId }, now },
    asked: { ...same, until: asked.until?.toISOString(), by, language },
  };
  const names = Object.keys(same).join(' ');
  const audit = auditLine(deps.newId, actor, exportId, deps.clock.now().toISOString(), {
    action: 'export-asked',
    ...(names && { detail: names }),
  });
  const added = await deps.exports.add(one, request, audit);
  if (added.kind === 'reused') throw new DomainError('idempotency-key-reused');
  if (added.kind === 'repeated') return ownExport(deps, actor, { tenantId, exportId: added.answer.exportId });
  await deps.hurry.push([{ tenantId, exportId }]).catch(deps.hintLost);
  return one;
}

function stored({ from, until, ...rest }: MessageFilter, now: Date): StoredFilter {
  const end = until && until < now ? until : now;
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), ...(from && { from: from.toISOString() }), until: end.toISOString() };
}
