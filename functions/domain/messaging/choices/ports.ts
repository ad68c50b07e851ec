import type { AuditLine } from '../../audit/model.ts';
import type { Lifted, MarketingConsent, NumberChoice, OptOut } from './model.ts';

export interface NumberChoices {
  /** @param number E.164; undefined where nothing was ever said */
  find(tenantId: string, number: string): Promise<NumberChoice | undefined>;
  /**
   * False when an opt-out holds already, or when one was undone after this one was said: told again, it changes nothing.
   */
  optOut(optOut: OptOut, audit: AuditLine): Promise<boolean>;
  findOptOut(tenantId: string, optOutId: string): Promise<OptOut | undefined>;
  /** All that were ever said, newest first; `next` is the id to go on before. */
  optOuts(tenantId: string, limit: number, before?: string): Promise<{ items: OptOut[]; next?: string }>;
  /** False when it does not hold any more. */
  lift(optOut: OptOut, lifted: Lifted, audit: AuditLine): Promise<boolean>;
  /** In place of an earlier one; `undefined` takes it back. */
  agree(tenantId: string, number: string, consent: MarketingConsent | undefined, audit: AuditLine): Promise<void>;
}
