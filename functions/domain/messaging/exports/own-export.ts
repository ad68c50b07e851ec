import type { Actor } from '../../directory/entries/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import type { ExportKey, MessageExport } from './model.ts';
import type { MessageExports } from './ports.ts';

export interface OwnExportDependencies {
  readonly exports: Pick<MessageExports, 'find'>;
  readonly clock: Clock;
}

/** Whoever asked for it is the only one who sees it. @throws DomainError `not-found` */
export async function ownExport(
  { exports, clock }: OwnExportDependencies,
  { id }: Pick<Actor, 'id'>,
  key: ExportKey,
): Promise<MessageExport> {
  const one = await exports.find(key);
  if (!one || one.by !== id || one.expiresAt <= clock.now().toISOString()) throw new DomainError('not-found');
  return one;
}
