import { describe, expect, it } from 'vitest';
import { BoxHealthRepository } from '../../../functions/adapters/dynamodb/box-health-repository.ts';
import { noteHeard, takeHealth } from '../../../functions/domain/edge/take-health.ts';
import { healthOf, modemHealth } from '../../support/health.ts';
import { newId, readyBox } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';
import { meter } from '../../support/write-units.ts';

const { table, client } = useTable();
const healths = new BoxHealthRepository(table);
const START = Date.parse('2026-11-21T10:00:00.000Z');
const at = (seconds: number) => new Date(START + seconds * 1000);
const stamp = (seconds: number) => at(seconds).toISOString();

function someBox() {
  const box = readyBox({ tenantId: newId('ten') });
  return {
    box,
    told: (seconds: number, given: Parameters<typeof healthOf>[1] = {}, heardAfter = 0) =>
      takeHealth({ healths }, box, healthOf(box, { at: stamp(seconds), ...given }), at(seconds + heardAfter)),
    found: async () => (await healths.find(box)) ?? expect.fail('nothing is kept'),
  };
}

describe('the health of a box', () => {
  it('B4 is kept as it was told, each tenant its own', async () => {
    const { box, told, found } = someBox();
    await told(0);
    const { type: _, journalId: __, epoch: ___, ...report } = healthOf(box);
    const kept = { tenantId: box.tenantId, boxId: box.boxId, heardAt: stamp(0), report, complaints: {} };
    expect(await found()).toEqual(kept);
    expect(await healths.list(box.tenantId)).toEqual([kept]);
    expect(await healths.list(newId('ten'))).toEqual([]);
  });

  it('is never overwritten by an older one that comes late, nor by the same one that comes twice', async () => {
    const { told, found } = someBox();
    await told(60, { uptimeSeconds: 60 });
    await told(0, { uptimeSeconds: 0 }, 90);
    await told(60, { uptimeSeconds: 99 }, 30);
    expect(await found()).toMatchObject({ heardAt: stamp(60), report: { uptimeSeconds: 60 } });
    await told(120, { uptimeSeconds: 120 });
    expect(await found()).toMatchObject({ heardAt: stamp(120), report: { uptimeSeconds: 120 } });
  });

  it('is not taken from another journal, or from an earlier start', async () => {
    const { box, told } = someBox();
    await told(0, { journalId: newId('jnl') });
    await told(0, { epoch: box.epoch + 1 });
    expect(await healths.find(box)).toBeUndefined();
  });

  it('from the future is taken as of now, so that it keeps no later one out', async () => {
    const { told, found } = someBox();
    await told(0, { at: '2036-01-01T00:00:00.000Z' });
    expect((await found()).report?.at).toBe(stamp(0));
    await told(60);
    expect((await found()).report?.at).toBe(stamp(60));
  });

  it('costs 4 write units at most with eight modems, and 1 with one', async () => {
    const { told } = someBox();
    const counted = meter(client);
    const modems = Array.from({ length: 8 }, (_, index) =>
      modemHealth({
        name: `modem-${index}`,
        manufacturer: 'Cinterion',
        model: 'EHS6',
        revision: 'REVISION 03.001',
        lastHeardAt: stamp(0),
        lastSuccessAt: stamp(0),
        lastError: { at: stamp(0), reason: '+CMS ERROR: 21: the network refused it' },
      }),
    );
    await told(0, { modems });
    expect(counted.read().units).toBeLessThanOrEqual(4);
    await told(60, { modems });
    expect(counted.read().units).toBeLessThanOrEqual(4);
    const other = someBox();
    await other.told(0);
    await other.told(60);
    expect(counted.read()).toEqual({ units: 2, calls: { UpdateItemCommand: 2 } });
  });
});

describe('whether a box is alive', () => {
  it('is noted once a minute at most, and never goes back', async () => {
    const { box, found } = someBox();
    const heard = (seconds: number) => noteHeard({ healths }, box, at(seconds));
    await heard(0);
    await heard(59);
    expect((await found()).heardAt).toBe(stamp(0));
    await heard(61);
    expect((await found()).heardAt).toBe(stamp(61));
    await healths.heard(box, at(30));
    expect((await found()).heardAt).toBe(stamp(61));
  });
});

describe('what is complained of', () => {
  it('is kept beside the health, and changed only by who has seen what is there', async () => {
    const { box, told, found } = someBox();
    await told(0);
    const before = await found();
    const complaints = { 'disk-low': { since: stamp(0), raised: true } };
    await healths.complain(before, complaints);
    await healths.complain(before, {});
    await told(60);
    expect((await found()).complaints).toEqual(complaints);
    await healths.complain(await found(), {});
    expect((await healths.find(box))?.complaints).toEqual({});
  });
});
