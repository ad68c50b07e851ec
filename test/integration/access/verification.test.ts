import { expect, it } from 'vitest';
import { createPasswords } from '../../../functions/adapters/crypto/passwords.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import { VerificationRepository } from '../../../functions/adapters/dynamodb/verification-repository.ts';
import { checkAnswer } from '../../../functions/domain/access/verification/check-answer.ts';
import { newId } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';

const HOUR = 3_600_000;
const { table } = useTable();

it('E1-6 a locked question is looked at again after 24 hours, three times', async () => {
  const time = { now: new Date('2026-11-21T10:00:00.000Z') };
  const passwords = createPasswords();
  const deps = { questions: new VerificationRepository(table), passwords, clock: { now: () => time.now }, newId };
  const [tenantId, workerId] = [newId('ten'), newId('wrk')];
  await table.write({
    put: {
      ...keys.verificationQuestion(tenantId, workerId),
      ...{ type: 'verification-question', v: 1, tenantId, workerId, question: 'Huisdier?', tries: 0 },
      ...{ recordedAt: time.now.toISOString(), recordedBy: workerId, answerHash: await passwords.hash('bello') },
    },
  });
  const check = (answer: string) =>
    checkAnswer(deps, { tenantId, id: 'emp_1', requestId: 'req-1', address: '192.0.2.1' }, workerId, answer).then(
      ({ right, triesLeft }) => [right, triesLeft],
      (error: { code: string; retryAfterSeconds: number }) => [error.code, error.retryAfterSeconds],
    );
  for (const left of [2, 1, 0]) expect(await check('fout')).toEqual([false, left]);
  time.now = new Date(time.now.getTime() + 24 * HOUR - 1000);
  expect(await check('bello')).toEqual(['too-many-tries', 1]);
  time.now = new Date(time.now.getTime() + 1000);
  expect(await check('fout')).toEqual([false, 2]);
  expect(await check('bello')).toEqual([true, 3]);
});
