import { beforeEach, describe, expect, it } from 'vitest';
import { thingName } from '../../../contract/edge.ts';
import { joinCodeOf } from '../../../contract/join-code.ts';
import { type JoinDependencies, joinBox } from '../../../functions/domain/edge/join-box.ts';
import type { BoxAccess } from '../../../functions/domain/edge/model.ts';
import { newBox } from '../../../functions/domain/edge/register-box.ts';
import { type RemoveDependencies, removeBox } from '../../../functions/domain/edge/remove-box.ts';
import {
  confirmCertificate,
  type RenewDependencies,
  renewCertificate,
} from '../../../functions/domain/edge/renew-certificate.ts';
import { DomainError } from '../../../functions/domain/shared/domain-error.ts';
import { newId } from '../../support/messages.ts';

class Crash extends Error {}

/** A cloud in memory, whose process dies before or after any of its acts. */
function memoryCloud() {
  const box = newBox({ tenantId: newId('ten'), boxId: newId('box') }, 'Office');
  const thing = thingName(box.tenantId, box.boxId);
  const secret = 'A'.repeat(28);
  let known = box;
  let row: BoxAccess | undefined = {
    ...{ tenantId: box.tenantId, boxId: box.boxId, retired: [], version: 1 },
    joinCode: { secretHash: secret, expiresAt: '2026-11-22T10:00:00.000Z' },
  };
  const active = new Set<string>();
  let issued = 0;
  let connected = true;
  const sent: unknown[] = [];
  const troubles: string[] = [];
  let actsLeft = Number.POSITIVE_INFINITY;

  /** Dies before the act where the number left is odd, and after it where it is even. */
  async function act<T>(run: () => T): Promise<T> {
    actsLeft -= 1;
    if (actsLeft < 0) throw new Crash();
    const result = run();
    actsLeft -= 1;
    if (actsLeft < 0) throw new Crash();
    return result;
  }
  const deps: JoinDependencies & RenewDependencies & RemoveDependencies = {
    boxes: {
      find: async () => known,
      remove: (_, at) =>
        act(() => {
          known = { ...known, removedAt: at.toISOString(), version: known.version + 1 };
          return true;
        }),
    },
    accesses: {
      find: async ({ tenantId, boxId }) => row ?? { tenantId, boxId, retired: [], version: 0 },
      change: (next) =>
        act(() => {
          if ((row?.version ?? 0) !== next.version) return false;
          row = { ...next, version: next.version + 1 };
          return true;
        }),
      remove: (access) =>
        act(() => {
          if (row?.version !== access.version) return false;
          row = undefined;
          return true;
        }),
    },
    authority: {
      issue: () =>
        act(() => {
          issued += 1;
          return { certificateId: `cert-${issued}`, arn: `arn-${issued}`, pem: `pem-${issued}` };
        }),
      admit: (_, { certificateId }) => act(() => void active.add(certificateId)),
      withdraw: (_, { certificateId }) => act(() => void active.delete(certificateId)),
      disconnect: () =>
        act(() => {
          connected = false;
        }),
    },
    downlinks: { send: (_, message) => act(() => void sent.push(message)) },
    counters: { take: async () => true },
    joinSecrets: { make: () => secret, hash: (text) => text, matches: (text, hash) => text === hash },
    readRequest: (csr) => ({ commonName: thing, keyHash: csr }),
    fingerprintOf: (pem) => `of ${pem}`,
    trouble: (what) => void troubles.push(what),
    clock: { now: () => new Date('2026-11-21T10:00:00.000Z') },
  };
  return {
    ...{ deps, box, active, sent, troubles },
    code: joinCodeOf({ tenantId: box.tenantId, boxId: box.boxId, secret }),
    access: () => row,
    isConnected: () => connected,
    /** Runs it with a crash after so many halves of acts, again and again without one: as callers and queues repeat. */
    async survive<T>(
      acts: number,
      run: () => Promise<T>,
      afterCrash: () => void,
    ): Promise<{ result: T; crashed: boolean }> {
      actsLeft = acts;
      try {
        return { result: await run(), crashed: false };
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        actsLeft = Number.POSITIVE_INFINITY;
        afterCrash();
        return { result: await run(), crashed: true };
      } finally {
        actsLeft = Number.POSITIVE_INFINITY;
      }
    },
  };
}
type Cloud = ReturnType<typeof memoryCloud>;

/** Calls it with each point of a crash, until one run has none. */
async function atEachStep(play: (acts: number) => Promise<boolean>): Promise<void> {
  let acts = 0;
  while (await play(acts)) acts += 1;
  expect(acts).toBeGreaterThan(3);
}

const join = ({ deps, code }: Cloud, csr: string) => joinBox(deps, { code, csr, address: '192.0.2.1' });
const certificateIds = ({ access }: Cloud) => [access()?.current, access()?.next].map((one) => one?.certificateId);

describe('the cloud, when it crashes at any step of', () => {
  let cloud: Cloud;
  beforeEach(() => {
    cloud = memoryCloud();
  });

  it('S11 joining: the box asks again with its key and has one certificate that opens, and no other one', async () => {
    await atEachStep(async (acts) => {
      cloud = memoryCloud();
      const { result, crashed } = await cloud.survive(
        acts,
        () => join(cloud, 'key 1'),
        () => {},
      );
      const [, next] = certificateIds(cloud);
      expect(result.certificate).toBe(cloud.access()?.next?.pem);
      expect([...cloud.active]).toEqual([next]);
      await expect(join(cloud, 'key 2')).rejects.toEqual(new DomainError('join-code-refused'));
      expect(cloud.troubles).toEqual(['join code used twice']);
      expect([...cloud.active]).toEqual([next]);
      return crashed;
    });
  });

  it('S12 renewing: the certificate that the box has opens all the time, and the new one in the end', async () => {
    await atEachStep(async (acts) => {
      cloud = memoryCloud();
      await join(cloud, 'key 1');
      await confirmCertificate(cloud.deps, cloud.box, 'of pem-1');
      const renew = () => renewCertificate(cloud.deps, cloud.box, 'key 2');
      const { crashed } = await cloud.survive(acts, renew, () => expect(cloud.active).toContain('cert-1'));
      const [current, next] = certificateIds(cloud);
      expect(current).toBe('cert-1');
      expect([...cloud.active]).toEqual(['cert-1', next]);
      expect(cloud.sent.at(-1)).toEqual({ type: 'certificate', certificate: cloud.access()?.next?.pem });
      return crashed;
    });
  });

  it('S12 withdrawing the one before: the new one opens all the time, and nothing else in the end', async () => {
    await atEachStep(async (acts) => {
      cloud = memoryCloud();
      await join(cloud, 'key 1');
      await confirmCertificate(cloud.deps, cloud.box, 'of pem-1');
      await renewCertificate(cloud.deps, cloud.box, 'key 2');
      const confirm = () => confirmCertificate(cloud.deps, cloud.box, 'of pem-2');
      const { crashed } = await cloud.survive(acts, confirm, () => expect(cloud.active).toContain('cert-2'));
      expect(certificateIds(cloud)).toEqual(['cert-2', undefined]);
      expect([...cloud.active]).toEqual(['cert-2']);
      expect(cloud.access()?.retired).toEqual([]);
      expect(cloud.sent.at(-1)).toEqual({ type: 'certificate-confirmed', fingerprint: 'of pem-2' });
      return crashed;
    });
  });

  it('S13 removing: asked again, it has no certificate that opens, no connection, and no way back', async () => {
    await atEachStep(async (acts) => {
      cloud = memoryCloud();
      await join(cloud, 'key 1');
      const remove = async () => {
        try {
          await removeBox(cloud.deps, cloud.box);
        } catch (error) {
          if (!(error instanceof DomainError && error.code === 'not-found')) throw error;
        }
      };
      const { crashed } = await cloud.survive(acts, remove, () => {});
      expect([...cloud.active]).toEqual([]);
      expect(cloud.isConnected()).toBe(false);
      await expect(join(cloud, 'key 1')).rejects.toEqual(new DomainError('join-code-refused'));
      await renewCertificate(cloud.deps, cloud.box, 'key 2');
      expect(cloud.troubles).toEqual(['certificate request refused']);
      return crashed;
    });
  });

  it('S13 removing while a certificate is being issued: it opens nothing', async () => {
    await join(cloud, 'key 1');
    const { admit } = cloud.deps.authority;
    const late = { ...cloud.deps, authority: { ...cloud.deps.authority, admit: removedMeanwhile } };
    async function removedMeanwhile(...given: Parameters<typeof admit>) {
      await removeBox(cloud.deps, cloud.box);
      await admit(...given);
    }
    await renewCertificate(late, cloud.box, 'key 2');
    expect([...cloud.active]).toEqual([]);
  });
});

it('A15 renewals are counted apart from joins, and too many are refused, and told of', async () => {
  const cloud = memoryCloud();
  const counted: string[] = [];
  const deps = {
    ...cloud.deps,
    counters: { take: async ({ limit }: { limit: string }) => counted.push(limit) < 4 },
  };
  await joinBox(deps, { code: cloud.code, csr: 'key 1', address: '192.0.2.1' });
  for (const csr of ['key 2', 'key 3']) await renewCertificate(deps, cloud.box, csr);
  expect(counted).toEqual(['join-address', 'join-box', 'renewal-box', 'renewal-box']);
  expect(cloud.access()?.next?.keyHash).toBe('key 2');
  expect(cloud.troubles).toEqual(['certificate request refused']);
});
