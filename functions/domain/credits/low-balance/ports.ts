import type { AuditLine } from '../../audit/model.ts';
import type { BalanceMark, Warning } from './model.ts';

export interface Marks {
  /** Undefined for an agency that is gone; `warning` is absent where its settings ask for none. */
  look(
    tenantId: string,
  ): Promise<{ available: number; warning: Warning | undefined; mark: BalanceMark | undefined } | undefined>;
  /** With one that is low its mail is due. False when it is no longer as it was read. */
  replace(before: BalanceMark | undefined, mark: BalanceMark, audit: AuditLine): Promise<boolean>;
}
