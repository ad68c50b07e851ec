import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClient, ProblemError } from '../../../contract/client.ts';
import { apiTokenOf } from '../../../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from '../../../local/demo/demo-data.ts';
import { type Stack, startStack } from '../../support/stack/start-stack.ts';

const [withBox, withoutBox] = DEMO_TENANTS;
const { boxId } = withBox.box;
const SOON = { timeout: 20_000, interval: 100 };

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ tableInMemory: true });
});
afterAll(() => stack.stop());

function clientOf({ tenantId, apiToken }: (typeof DEMO_TENANTS)[number]) {
  const token = apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret);
  return createClient({ baseUrl: stack.url, fetch, headers: { authorization: `Bearer ${token}` } });
}

describe('the boxes of the running stack', () => {
  it('B4 are listed with the signal and the network of their modem', async () => {
    const { items } = await vi.waitFor(async () => {
      const list = await clientOf(withBox).listBoxes();
      expect(list.items[0]?.health?.modems[0]).toMatchObject({ state: 'ready', operator: expect.any(String) });
      return list;
    }, SOON);
    expect(items).toMatchObject([
      {
        id: boxId,
        name: 'Kantoor Utrecht',
        alive: true,
        problems: [],
        health: { modems: [{ sim: 'ready', registration: 1, signal: expect.any(Number), paused: false }] },
      },
    ]);
    expect(items[0]?.health?.disk.free).toBeGreaterThan(0);
    expect(await clientOf(withBox).getBox({ params: { boxId } })).toMatchObject({ id: boxId, alive: true });
  });

  it('A21 are seen by their own agency alone', async () => {
    const stranger = clientOf(withoutBox);
    expect((await stranger.listBoxes()).items).toEqual([]);
    const refused = await stranger.getBox({ params: { boxId } }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ProblemError);
    expect(refused).toMatchObject({ status: 404, problem: { code: 'not-found' } });
  });
});
