import type { AuditLine } from '../../audit/model.ts';
import type { Notification } from '../../notifications/model.ts';
import type { PortalAccess } from '../../portal/model.ts';
import type { VerificationQuestion } from './model.ts';

/** Each write goes with its line in the audit trail. */
export interface VerificationQuestions {
  find(tenantId: string, workerId: string): Promise<VerificationQuestion | undefined>;
  /** In place of the one before, and into the worker's file. False when the access has changed: it may be disabled. */
  record(
    access: PortalAccess,
    question: VerificationQuestion,
    notification: Notification,
    audit: AuditLine,
  ): Promise<boolean>;
  /** Takes one of the tries, before the answer is looked at. False when none is left, or the question is another one. */
  takeTry(seen: VerificationQuestion, now: Date, audit: AuditLine): Promise<boolean>;
  /** What became of a try; the right answer gives all tries back. */
  conclude(question: VerificationQuestion, isRight: boolean, audit: AuditLine): Promise<void>;
}
