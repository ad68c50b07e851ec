import type { Language } from '../../../../contract/catalogues/index.ts';
import type { EXPORT_STATES } from '../../../../contract/message-export.ts';
import { DAY, MINUTE, SECOND } from '../../shared/clock.ts';
import type { Piece, Upload } from '../../shared/files.ts';

/** A list of messages that is written into a file, by several processes one after the other. */
export interface MessageExport {
  readonly tenantId: string;
  readonly exportId: string;
  readonly state: (typeof EXPORT_STATES)[number];
  /** who asked for it, and alone gets it */
  readonly by: string;
  readonly language: Language;
  /** as the list is filtered, moments in ISO 8601 */
  readonly filter: StoredFilter;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** where it is written; absent until it is begun */
  readonly upload?: Upload;
  readonly pieces: readonly Piece[];
  /** what is written and too short for a piece, in a file of its own */
  readonly tail?: string;
  /** the message that it has come to; absent at its beginning */
  readonly reached?: string;
  /** all pieces are there and only have to be put together */
  readonly written?: true;
  readonly lines: number;
  /** goes up with each step */
  readonly version: number;
  /** until then a process is at work on it; ISO 8601 */
  readonly heldUntil?: string;
}
export type ExportKey = Pick<MessageExport, 'tenantId' | 'exportId'>;

export interface StoredFilter {
  readonly state?: string;
  readonly to?: string;
  readonly recordId?: string;
  readonly templateId?: string;
  readonly batchId?: string;
  readonly by?: string;
  readonly event?: string;
  readonly route?: string;
  readonly from?: string;
  readonly until?: string;
  readonly text?: string;
}

/** It can be downloaded for so long. */
export const EXPORT_KEPT = DAY;
/** A process works on one for so long, then leaves it to the next: below its function's 120 s, with the last page and piece. */
export const WORKS_FOR = 60 * SECOND;
/** After this another one takes over from a process that died: longer than its function may run. */
export const HELD_FOR = 3 * MINUTE;
/** Messages that are read at once. */
export const PAGE = 100;
