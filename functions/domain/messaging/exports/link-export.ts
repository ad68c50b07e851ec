import { EXPORT_LINK_MINUTES } from '../../../../contract/message-export.ts';
import type { AuditTrail } from '../../audit/ports.ts';
import { auditLine } from '../../directory/entries/audit-line.ts';
import type { Actor } from '../../directory/entries/model.ts';
import { after, MINUTE } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { FileLinks } from '../../shared/files.ts';
import type { NewId } from '../../shared/ids.ts';
import { type OwnExportDependencies, ownExport } from './own-export.ts';

export interface LinkExportDependencies extends OwnExportDependencies {
  readonly links: Pick<FileLinks, 'downloadLink'>;
  readonly trail: AuditTrail;
  readonly newId: NewId;
}

/** An address of the file, for some minutes; that it was given is in the audit trail. @throws DomainError `not-found`, `export-not-done` */
export async function linkExport(
  deps: LinkExportDependencies,
  actor: Actor,
  exportId: string,
): Promise<{ url: string; until: string }> {
  const { state, upload, createdAt } = await ownExport(deps, actor, { tenantId: actor.tenantId, exportId });
  if (state !== 'done' || !upload) throw new DomainError('export-not-done');
  await deps.trail.add(
    auditLine(deps.newId, actor, exportId, deps.clock.now().toISOString(), { action: 'export-downloaded' }),
  );
  const seconds = EXPORT_LINK_MINUTES * 60;
  const until = after(deps.clock.now(), EXPORT_LINK_MINUTES * MINUTE).toISOString();
  const url = await deps.links.downloadLink(upload.key, { fileName: `sms-${createdAt.slice(0, 10)}.csv`, seconds });
  return { url, until };
}
