import { describe, expect, it } from 'vitest';
import type { CommandWish } from '../../../contract/routes/box-commands.ts';
import { commandBox, getBoxCommand } from '../../../functions/domain/edge/command-box.ts';
import { applyEdgeEvents } from '../../../functions/domain/messaging/apply-edge-events.ts';
import { sweepTenant } from '../../../functions/domain/messaging/sweep-tenant.ts';
import { memoryMessaging } from '../../support/memory-messaging.ts';
import { newId, readyBox } from '../../support/messages.ts';

const tenantId = 'ten_1';

function setUp() {
  const cloud = memoryMessaging(tenantId);
  const box = readyBox({ tenantId });
  cloud.addBox(box);
  const lost: unknown[] = [];
  const deps = { ...cloud, hintLost: (error: unknown) => void lost.push(error) };
  const ask = (wish: CommandWish = { kind: 'pause' }) =>
    commandBox(deps, { tenantId, id: 'emp_1' }, box.boxId, wish, 'key');
  const get = (id: string) => getBoxCommand(cloud.commands, tenantId, box.boxId, id);
  const answer = (commandId: string, from = box) =>
    applyEdgeEvents({ ...cloud, onStray: () => {} }, from, box.journalId, [
      { type: 'answered', commandId, at: '2026-11-21T10:00:01.000Z', outcome: 'done', text: 'EUR 12.30' },
    ]);
  const commandsSent = () => cloud.sent.filter(({ message }) => message.type === 'command');
  return { cloud, box, lost, deps, ask, get, answer, commandsSent };
}

describe('a command', () => {
  it('is kept, sent to its box for ten minutes, and answered', async () => {
    const { box, ask, get, answer, commandsSent } = setUp();
    const asked = await ask({ kind: 'ussd', modem: 'modem', code: '*100#' });
    expect(asked).toMatchObject({
      boxId: box.boxId,
      kind: 'ussd',
      modem: 'modem',
      state: 'waiting',
      askedBy: 'emp_1',
      notAfter: '2026-11-21T10:10:00.000Z',
    });
    const command = { kind: 'ussd', modem: 'modem', code: '*100#', commandId: asked.id, notAfter: asked.notAfter };
    expect(commandsSent()).toEqual([
      { boxId: box.boxId, message: { type: 'command', journalId: box.journalId, command } },
    ]);
    await answer(asked.id);
    const answeredAt = '2026-11-21T10:00:01.000Z';
    expect(await get(asked.id)).toEqual({ ...asked, state: 'done', text: 'EUR 12.30', answeredAt });
  });

  it('is sent again by each sweep until it is answered', async () => {
    const { cloud, ask, answer, commandsSent } = setUp();
    const { id } = await ask();
    await sweepTenant(cloud, tenantId);
    await sweepTenant(cloud, tenantId);
    expect(commandsSent()).toHaveLength(3);
    await answer(id);
    await sweepTenant(cloud, tenantId);
    expect(commandsSent()).toHaveLength(3);
  });

  it('that could not be sent is accepted all the same, and sent by the sweep', async () => {
    const { cloud, deps, lost, box, commandsSent } = setUp();
    const downlinks = { send: () => Promise.reject(new Error('IoT Core is out of reach')) };
    await commandBox({ ...deps, downlinks }, { tenantId, id: 'emp_1' }, box.boxId, { kind: 'pause' }, 'key');
    expect(lost).toHaveLength(1);
    await sweepTenant(cloud, tenantId);
    expect(commandsSent()).toHaveLength(1);
  });

  it('expires when its box does not answer in time; an answer that comes later still counts', async () => {
    const { cloud, ask, get, answer, commandsSent } = setUp();
    const { id } = await ask();
    cloud.setNow('2026-11-21T10:10:00.000Z');
    await sweepTenant(cloud, tenantId);
    expect((await get(id)).state).toBe('expired');
    expect(commandsSent()).toHaveLength(1);
    await answer(id);
    expect((await get(id)).state).toBe('done');
  });

  it('is for the disk that the box had: another one never does it again', async () => {
    const { cloud, box, ask, commandsSent } = setUp();
    await ask();
    cloud.addBox({ ...box, journalId: newId('jnl') });
    await sweepTenant(cloud, tenantId);
    expect(commandsSent()).toHaveLength(1);
  });

  it('is answered by its own box alone, and others are told of as strays', async () => {
    const { cloud, ask, get, answer } = setUp();
    const { id } = await ask();
    await answer(id, readyBox({ tenantId }));
    expect((await get(id)).state).toBe('waiting');
    expect(cloud.troubles).toEqual(['stray event']);
    expect(cloud.sent.at(-1)?.message).toEqual({ type: 'acknowledged', eventIds: [`${id}:answered`] });
  });

  it('that is asked for again with its key is the one that it was, though its box is removed meanwhile', async () => {
    const { cloud, box, ask, commandsSent } = setUp();
    const asked = await ask();
    cloud.addBox({ ...box, removedAt: '2026-11-21T10:00:00.000Z' });
    expect(await ask()).toEqual(asked);
    expect(commandsSent()).toHaveLength(1);
  });

  it('is refused for a box that has not joined, or that is not there', async () => {
    const { cloud, deps, box } = setUp();
    const { journalId: _, ...fresh } = readyBox({ tenantId });
    cloud.addBox(fresh);
    const principal = { tenantId, id: 'emp_1' };
    const ask = (boxId: string) => commandBox(deps, principal, boxId, { kind: 'pause' }, 'key');
    await expect(ask(fresh.boxId)).rejects.toMatchObject({ code: 'box-not-joined' });
    await expect(ask(newId('box'))).rejects.toMatchObject({ code: 'not-found' });
    cloud.addBox({ ...box, removedAt: '2026-11-21T10:00:00.000Z' });
    await expect(ask(box.boxId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(getBoxCommand(cloud.commands, tenantId, box.boxId, newId('cmd'))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
