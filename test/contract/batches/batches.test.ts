import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { nl } from '../../../contract/catalogues/nl.ts';
import { messageReason } from '../../../contract/message-reasons.ts';
import { routes } from '../../../contract/routes/index.ts';
import { useBatches } from '../../support/batches/use-batches.ts';
import { bringMessage } from '../../support/brought-message.ts';
import { asSent } from '../../support/offered-sms.ts';

const { table, agency: withBatches } = useBatches();
const HOUR = 3_600_000;
const TEXT = { text: 'Morgen begint de dienst om zeven uur' };

describe('a batch to a CSV', () => {
  it('E3-4 is prepared with an estimate, accepted, and put into its lane; each line says what became of it', async () => {
    const agency = await withBatches();
    const batch = await agency.prepared(TEXT, 'to;naam\r\n0612345678;Anna\r\n+31612345679;Piet\r\n');
    expect(batch).toMatchObject({
      state: 'prepared',
      lines: { recipients: 2, duplicates: 0, refused: 0 },
      credits: 2,
      estimate: { waitingBefore: 0, tooOld: 2, perMinute: 0 },
    });
    expect(await agency.balance()).toMatchObject({ available: 1000, reserved: 0 });
    expect((await agency.accept(batch.id)).body).toMatchObject({ state: 'starting', progress: { unstarted: 2 } });
    expect(await agency.balance()).toMatchObject({ available: 998, reserved: 2 });
    await agency.work(batch.id);
    expect(await agency.find(batch.id)).toMatchObject({ state: 'sending', progress: { unstarted: 0, waiting: 2 } });
    const lines = await agency.lines(batch.id, 1);
    expect(lines).toMatchObject([
      { line: 2, to: '+31612345678', state: 'accepted', text: asSent(TEXT.text), parts: 1 },
      { line: 3, to: '+31612345679', state: 'accepted' },
    ]);
    const { body } = await agency.ask(routes.getMessage, { params: { messageId: lines[0].messageId } });
    expect(body).toMatchObject({ text: asSent(TEXT.text), to: '+31612345678', credits: 1 });
    expect(await agency.balance()).toMatchObject({ available: 998, reserved: 2 });
  });

  it('E3-4 gives each number one message, unless all are wanted, and says of each other line why it gets none', async () => {
    const agency = await withBatches();
    const csv = 'to\n0612345678\n+31 6 1234 5678\n0201234567\n\nx\n0612345679\n';
    const batch = await agency.prepared(TEXT, csv);
    expect(batch.lines).toEqual({ recipients: 2, duplicates: 1, refused: 2 });
    expect(await agency.lines(batch.id)).toMatchObject([
      { line: 2, number: '+31612345678' },
      { line: 3, duplicate: true, errors: [{ path: 'to', message: '+31612345678 stands in line 2 already' }] },
      { line: 4, to: '0201234567', errors: [{ path: 'to' }] },
      { line: 6, to: 'x', errors: [{ path: 'to', message: 'Give a mobile number, best as +31612345678' }] },
      { line: 7, number: '+31612345679' },
    ]);
    const all = await agency.prepared({ ...TEXT, duplicates: 'send' }, csv);
    expect(all.lines).toEqual({ recipients: 3, duplicates: 0, refused: 2 });
  });

  it('E3-4 says in words why a line is refused that has no fault, in the reader’s language', async () => {
    const agency = await withBatches();
    const fields = { name: 'Actie', for: 'worker', category: 'marketing', language: 'nl', text: 'Kom langs!' };
    const { body: made } = await agency.ask(routes.createMessageTemplate, { body: fields });
    const { id: batchId } = await agency.prepared({ templateId: made.id }, 'to\n0612345678\n');
    const headers = { 'accept-language': 'nl' };
    const { body } = await agency.ask(routes.listBatchLines, { params: { batchId }, headers });
    expect(body.items).toMatchObject([{ errors: [{ path: 'to', message: nl['marketing-not-agreed'].title }] }]);
  });

  it('E3-4 fills a template from the columns of the file; what is missing is said in the reader’s language', async () => {
    const agency = await withBatches();
    const text = '{{worker.givenName}}, tot morgen';
    const fields = { name: 'Morgen', for: 'worker', category: 'operational', language: 'nl', text };
    const made = await agency.ask(routes.createMessageTemplate, { body: fields });
    const csv = '\ufeffworker.givenName;to\r\n"Anna; Bea";0612345678\r\n;0612345679\r\n';
    const batch = await agency.prepared({ templateId: made.body.id }, csv);
    await agency.accept(batch.id);
    await agency.work(batch.id);
    const headers = { 'accept-language': 'nl' };
    const { body } = await agency.ask(routes.listBatchLines, { params: { batchId: batch.id }, headers });
    expect(body.items[1]).toMatchObject({
      line: 3,
      errors: [{ message: 'Er is niets vastgelegd voor {{worker.givenName}}' }],
    });
    const message = await agency.ask(routes.getMessage, { params: { messageId: body.items[0].messageId } });
    expect(message.body.text).toBe(asSent('Anna; Bea, tot morgen'));
  });

  it.each([
    ['without the column', 'nummer\n0612345678\n', 'The first line names the columns'],
    ['that is empty', '\n', 'The file is empty'],
    ['with a quotation mark too few', 'to,name\n0612345678,"Anna\n', 'Line 2 can’t be read'],
    ['in another encoding', Buffer.from('to,name\n0612345678,Ren\xe9\n', 'latin1'), 'The file is not in UTF-8'],
  ])('fails for a file %s, with what to do', async (_, csv, message) => {
    const agency = await withBatches();
    const batch = await agency.prepared(TEXT, csv as string);
    expect(batch).toMatchObject({ state: 'failed', errors: [{ message: expect.stringContaining(message) }] });
    expect((await agency.accept(batch.id)).status).toBe(409);
  });

  it('fails where nothing was uploaded, and has no key for two requests', async () => {
    const agency = await withBatches();
    const uploadId = 'upl_01JD0000000000000000000000';
    const { body } = await agency.ask(routes.createMessageBatch, { body: { uploadId, ...TEXT } });
    await agency.work(body.id);
    expect(await agency.find(body.id)).toMatchObject({
      state: 'failed',
      errors: [{ message: 'Nothing was uploaded' }],
    });
  });
});

describe('a batch that is asked for again with its key', () => {
  it('B7 is the one that was made, though its time has passed and its template is gone; with anything else it is refused', async () => {
    const agency = await withBatches();
    const template = { name: 'Morgen', for: 'worker', category: 'operational', language: 'nl', text: 'Tot morgen' };
    const { body: made } = await agency.ask(routes.createMessageTemplate, { body: template });
    const uploadId = await agency.uploaded('to\n0612345678\n');
    const sendAt = new Date(Date.now() + HOUR).toISOString();
    const body = { uploadId, templateId: made.id, sendAt };
    const headers = { 'idempotency-key': 'once' };
    const ask = (fields: object = {}) =>
      agency.ask(routes.createMessageBatch, { body: { ...body, ...fields }, headers });
    const { body: first } = await ask();
    await agency.work(first.id);
    const gone = { params: { messageTemplateId: made.id }, headers: { 'if-match': '"1"' } };
    expect((await agency.ask(routes.removeMessageTemplate, gone)).status).toBe(204);
    expect(await ask()).toMatchObject({ status: 202, body: { id: first.id, state: 'prepared' } });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * HOUR });
    onTestFinished(() => void vi.useRealTimers());
    expect(await ask()).toMatchObject({ status: 202, body: { id: first.id } });
    expect(await ask({ name: 'Kerst' })).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    const other = await agency.ask(routes.createMessageBatch, { body: { uploadId, ...TEXT, sendAt } });
    expect(other).toMatchObject({ status: 400, body: { errors: [{ path: 'sendAt' }] } });
  });
});

describe('the credits of a batch', () => {
  it('E0-1 are reserved all or not at all', async () => {
    const agency = await withBatches(1);
    const batch = await agency.prepared(TEXT, 'to\n0612345678\n0612345679\n');
    expect(await agency.accept(batch.id)).toMatchObject({ status: 402, body: { code: 'insufficient-credit' } });
    expect(await agency.find(batch.id)).toMatchObject({ state: 'prepared' });
    expect(await agency.balance()).toMatchObject({ available: 1, reserved: 0 });
  });

  it('E3-4 are reserved once, however often it is accepted', async () => {
    const agency = await withBatches();
    const batch = await agency.prepared(TEXT, 'to\n0612345678\n');
    const answers = await Promise.all([1, 2, 3].map(() => agency.accept(batch.id)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(await agency.balance()).toMatchObject({ available: 999, reserved: 1 });
  });

  it('E3-4 come back when it is stopped: of what is in no lane at once, of what waits as it is cancelled', async () => {
    const agency = await withBatches();
    const batch = await agency.prepared(TEXT, 'to\n0612345678\n0612345679\n');
    await agency.accept(batch.id);
    expect((await agency.stop(batch.id)).body).toMatchObject({ state: 'stopped', progress: { cancelled: 2 } });
    expect(await agency.balance()).toMatchObject({ available: 1000, reserved: 0 });
    const other = await agency.prepared(TEXT, 'to\n0612345678\n0612345679\n');
    await agency.accept(other.id);
    await agency.work(other.id);
    const [{ messageId }] = await agency.lines(other.id);
    await bringMessage(table, agency.tenantId, messageId, 'submitted', 'delivered');
    expect((await agency.stop(other.id)).body.state).toBe('stopping');
    await agency.work(other.id);
    expect(await agency.find(other.id)).toMatchObject({
      state: 'stopped',
      progress: { unstarted: 0, waiting: 0, delivered: 1, cancelled: 1 },
    });
    expect(await agency.balance()).toMatchObject({ available: 999, reserved: 0, consumed: 1 });
  });

  it('E3-4 says of a line why its message is in its state, and who said so by name', async () => {
    const agency = await withBatches();
    const batch = await agency.prepared(TEXT, 'to\n0612345678\n');
    await agency.accept(batch.id);
    await agency.work(batch.id);
    const [{ messageId }] = await agency.lines(batch.id);
    await bringMessage(table, agency.tenantId, messageId, 'unconfirmed');
    await agency.ask(routes.resolveMessage, { params: { messageId }, body: { outcome: 'not-sent' } });
    const reason = messageReason('saidNotSent', { who: 'Test' });
    expect(await agency.lines(batch.id)).toMatchObject([{ state: 'failed', reason }]);
  });

  it('E3-4 a batch whose messages are all done can’t be stopped: it says so, each time, and stays as it is', async () => {
    const agency = await withBatches();
    const batch = await agency.prepared(TEXT, 'to\n0612345678\n0612345679\n');
    await agency.accept(batch.id);
    await agency.work(batch.id);
    const [one, other] = await agency.lines(batch.id);
    await bringMessage(table, agency.tenantId, one.messageId, 'submitted', 'delivered');
    await bringMessage(table, agency.tenantId, other.messageId, 'failed');
    const refused = { status: 409, body: { code: 'action-not-possible', errors: [{ path: 'progress' }] } };
    expect(await agency.stop(batch.id)).toMatchObject(refused);
    expect(await agency.stop(batch.id)).toMatchObject(refused);
    expect(await agency.find(batch.id)).toMatchObject({ state: 'sending', progress: { delivered: 1, failed: 1 } });
    expect(await agency.balance()).toMatchObject({ available: 999, reserved: 0, consumed: 1 });
  });
});
