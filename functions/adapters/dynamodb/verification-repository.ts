import { ANSWER_TRIES, triesLeft, type VerificationQuestion } from '../../domain/access/verification/model.ts';
import type { VerificationQuestions } from '../../domain/access/verification/ports.ts';
import type { AuditLine } from '../../domain/audit/model.ts';
import type { Notification } from '../../domain/notifications/model.ts';
import type { PortalAccess } from '../../domain/portal/model.ts';
import { auditPut } from './audit.ts';
import { verificationQuestionOf } from './codecs/verification-question.ts';
import { all, below, equals } from './condition.ts';
import { keys } from './keys.ts';
import { notificationPut } from './notification-repository.ts';
import type { Table } from './table.ts';

export class VerificationRepository implements VerificationQuestions {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(tenantId: string, workerId: string): Promise<VerificationQuestion | undefined> {
    const item = await this.#table.get(keys.verificationQuestion(tenantId, workerId));
    return item && verificationQuestionOf(item);
  }

  async record(
    access: PortalAccess,
    question: VerificationQuestion,
    notification: Notification,
    audit: AuditLine,
  ): Promise<boolean> {
    const { tenantId, workerId } = question;
    const { done } = await this.#table.write(
      // Changes the access too, so that no question is left with one that is disabled at the same moment.
      {
        update: keys.portalAccess(tenantId, workerId),
        change: { set: { version: access.version + 1 } },
        condition: equals('version', access.version),
      },
      { put: { ...keys.verificationQuestion(tenantId, workerId), type: 'verification-question', v: 1, ...question } },
      notificationPut(notification),
      auditPut(audit),
    );
    return done;
  }

  async takeTry(seen: VerificationQuestion, now: Date, audit: AuditLine): Promise<boolean> {
    const lastTryAt = now.toISOString();
    const isLockOver = seen.tries >= ANSWER_TRIES && triesLeft(seen, now) > 0;
    const { done } = await this.#table.write(
      {
        update: keys.verificationQuestion(seen.tenantId, seen.workerId),
        ...(isLockOver
          ? {
              change: { set: { tries: 1, lastTryAt } },
              condition: all(sameAnswer(seen), equals('lastTryAt', seen.lastTryAt)),
            }
          : {
              change: { set: { lastTryAt }, add: { tries: 1 } },
              condition: all(sameAnswer(seen), below('tries', ANSWER_TRIES)),
            }),
      },
      auditPut(audit),
    );
    return done;
  }

  async conclude(question: VerificationQuestion, isRight: boolean, audit: AuditLine): Promise<void> {
    const { tenantId, workerId } = question;
    if (!isRight) {
      await this.#table.write(auditPut(audit));
      return;
    }
    const { done } = await this.#table.write(
      {
        update: keys.verificationQuestion(tenantId, workerId),
        change: { set: { tries: 0 } },
        condition: sameAnswer(question),
      },
      auditPut(audit),
    );
    // Another question was recorded meanwhile: that one has all its tries.
    if (!done) await this.#table.write(auditPut(audit));
  }
}

const sameAnswer = ({ answerHash }: VerificationQuestion) => equals('answerHash', answerHash);
