import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../contract/routes/index.ts';
import { personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import { loadFunctions } from '../support/functions.ts';
import { makePortal, type Portal } from '../support/portal.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let portal: Portal;
beforeAll(async () => {
  portal = await makePortal(await loadFunctions(name), table);
});

const QUESTION = { question: 'Hoe heette uw eerste huisdier?', answer: 'Żółw Józef' };
const record = (workerId: string, body: object = QUESTION) =>
  portal.staff(routes.recordVerificationQuestion, { params: { workerId }, body });
const read = async (workerId: string) =>
  (await portal.staff(routes.getVerificationQuestion, { params: { workerId } })).body;
const check = (workerId: string, answer: string) =>
  portal.staff(routes.checkVerificationAnswer, { params: { workerId }, body: { answer } });
async function asked() {
  const { workerId } = await portal.enabled();
  expect((await record(workerId)).status).toBe(200);
  return workerId;
}
async function itemsOf(workerId: string) {
  const { items } = await table.query({ partition: { pk: personPartition(portal.tenantId, workerId) }, limit: 100 });
  return items;
}

describe('a verification question', () => {
  it('E1-6 is recorded by staff, in their words; its answer is a slow hash and never comes back out', async () => {
    const workerId = await asked();
    const shown = await read(workerId);
    expect(shown).toEqual({
      question: QUESTION.question,
      recordedAt: expect.stringMatching(/Z$/),
      recordedBy: expect.stringMatching(/^tok_/),
      triesLeft: 3,
    });
    const items = await itemsOf(workerId);
    const { answerHash } = items.find(({ type }) => type === 'verification-question') ?? {};
    expect(answerHash).toMatch(/^\$(argon2id|scrypt)-/);
    expect(JSON.stringify(items)).not.toMatch(/józef|jozef|zolw/i);
    const lines = (await portal.staff(routes.listWorkerNotifications, { params: { workerId } })).body.items;
    expect(lines[0].kind).toBe('verification-question-recorded');
  });

  it.each(['Żółw Józef', 'zolw jozef', 'ZÓŁW-JÓZEF', ' ZolwJozef ', 'z\u0307o\u0301\u0142w, jo\u0301zef'])(
    'E1-6 is answered by %j: case, spaces and accents make no difference',
    async (answer) => {
      expect(await check(await asked(), answer)).toMatchObject({ status: 200, body: { right: true, triesLeft: 3 } });
    },
  );

  it('E1-6 tells staff on the telephone right or wrong, three times at most, and each try is in the audit trail', async () => {
    const workerId = await asked();
    expect((await check(workerId, 'Bello')).body).toEqual({ right: false, triesLeft: 2 });
    expect((await check(workerId, QUESTION.answer)).body).toEqual({ right: true, triesLeft: 3 });
    for (const triesLeft of [2, 1, 0])
      expect((await check(workerId, 'Bello')).body).toEqual({ right: false, triesLeft });
    const refused = await check(workerId, QUESTION.answer);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-tries' } });
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(24 * 3600 - 60);
    expect(seconds).toBeLessThanOrEqual(24 * 3600);
    expect((await read(workerId)).triesLeft).toBe(0);
    const lines = (await itemsOf(workerId)).filter(({ type }) => type === 'audit').map(({ action }) => action);
    const count = (what: string) => lines.filter((action) => action === `verification-answer-${what}`).length;
    expect({ tried: count('tried'), wrong: count('wrong'), right: count('right') }).toEqual({
      tried: 5,
      wrong: 4,
      right: 1,
    });
  });

  it('A4 of 30 answers that come at once three are looked at', async () => {
    const workerId = await asked();
    const answers = await Promise.all(Array.from({ length: 30 }, (_, place) => check(workerId, `gok ${place}`)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(27);
  });

  it('E1-6 has all its tries when another takes its place', async () => {
    const workerId = await asked();
    for (let round = 0; round < 3; round++) await check(workerId, 'Bello');
    expect((await record(workerId, { question: 'In welke straat groeide u op?', answer: 'Dorpsstraat' })).status).toBe(
      200,
    );
    expect((await check(workerId, QUESTION.answer)).body).toEqual({ right: false, triesLeft: 2 });
    expect((await check(workerId, 'dorpsstraat')).body.right).toBe(true);
  });

  it('A9 is deleted when the access is disabled, and stays so when it is enabled again', async () => {
    const workerId = await asked();
    await portal.act(workerId, 'disable');
    expect(await read(workerId)).toEqual({ triesLeft: 0 });
    expect((await itemsOf(workerId)).map(({ type }) => type)).not.toContain('verification-question');
    await portal.act(workerId, 'enable');
    expect(await read(workerId)).toEqual({ triesLeft: 0 });
    expect(await check(workerId, QUESTION.answer)).toMatchObject({
      status: 409,
      body: { code: 'action-not-possible', errors: [{ path: 'question' }] },
    });
  });

  it('E1-6 outlives a block and new login data', async () => {
    const workerId = await asked();
    for (const action of ['block', 'grant', 'new-login-data'] as const) await portal.act(workerId, action);
    expect((await check(workerId, QUESTION.answer)).body.right).toBe(true);
  });

  it('belongs to an access that is not disabled, and is never left behind by one that is disabled meanwhile', async () => {
    const workerId = await portal.newWorker();
    expect(await record(workerId)).toMatchObject({ status: 409, body: { errors: [{ path: 'status' }] } });
    await portal.act(workerId, 'enable');
    await Promise.all([record(workerId), portal.act(workerId, 'disable')]);
    expect((await itemsOf(workerId)).map(({ type }) => type)).not.toContain('verification-question');
  });

  it.each([
    ['with two letters', { answer: 'B.o' }, 'at least 3'],
    ['that stands in the question', { question: 'Is het Bello?', answer: 'bello' }, 'not stand in the question'],
  ])('E1-6 refuses an answer %s', async (_, wrong, message) => {
    const { workerId } = await portal.enabled();
    expect(await record(workerId, { ...QUESTION, ...wrong })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'answer', message: expect.stringContaining(message) }] },
    });
  });
});
