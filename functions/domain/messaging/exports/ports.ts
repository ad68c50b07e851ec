import type { MessageExportJob } from '../../../../contract/jobs.ts';
import type { AuditLine } from '../../audit/model.ts';
import type { Idempotency, IdempotentRequest } from '../../shared/idempotency.ts';
import type { ExportKey, MessageExport } from './model.ts';

export interface MessageExports {
  /** Once for each key. */
  add<A extends object>(one: MessageExport, request: IdempotentRequest<A>, audit: AuditLine): Promise<Idempotency<A>>;
  find(key: ExportKey): Promise<MessageExport | undefined>;
  /** Stores `next`, with its version raised, if the export is still at the version of `known`; else false. */
  change(known: MessageExport, next: MessageExport): Promise<boolean>;
  /** Those with something left to do on which no process is at work. */
  due(tenantId: string, before: Date): Promise<MessageExportJob[]>;
}

/** Hurries an export along; a job that gets lost costs some minutes, nothing else. */
export interface ExportHurry {
  push(jobs: readonly MessageExportJob[]): Promise<void>;
}
