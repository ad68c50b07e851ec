import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { certificateRequest } from '../../../../edge-agent/src/identity/certificate-request.ts';
import type { Identity } from '../../../../edge-agent/src/identity/identity.ts';
import { FolderIdentityStore } from '../../../../edge-agent/src/identity/identity-store.ts';
import { renewalAt } from '../../../../edge-agent/src/identity/renewal-at.ts';
import { RenewingLink } from '../../../../edge-agent/src/identity/renewing-link.ts';
import { Certificates } from '../../../../local/certificates.ts';
import { CertificateCloud, CertificateLink } from '../../../support/edge/certificate-cloud.ts';
import { power } from '../../../support/edge/cut-files.ts';
import { FakeClock } from '../../../support/edge/fake-clock.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('../../../support/edge/cut-files.ts')).cutFiles(await original()),
);

const THING = 'ten_1:box_1';
let folder: string;
let certificates: Certificates;

beforeEach(async () => {
  power.actsLeft = Number.POSITIVE_INFINITY;
  folder = await mkdtemp(join(tmpdir(), 'heraut-identity-'));
  certificates = new Certificates(join(folder, 'authority'));
});
afterEach(async () => {
  power.actsLeft = Number.POSITIVE_INFINITY;
  await rm(folder, { recursive: true });
});

interface Box {
  readonly cloud: CertificateCloud;
  readonly store: FolderIdentityStore;
  readonly requests: Map<string, string>;
}

const DAY_MS = 86_400_000;
const TWO_YEARS_MS = 730 * DAY_MS;

/** @param old its certificate is two years old */
async function joinedBox(old: boolean): Promise<Box & { first: Identity }> {
  const cloud = new CertificateCloud(certificates);
  const store = new FolderIdentityStore(join(folder, randomUUID()));
  await store.prepare();
  const csr = await certificateRequest(THING, await store.newKey());
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - (old ? TWO_YEARS_MS : 0) });
  const issued = await cloud.issue(csr).finally(() => vi.useRealTimers());
  const first = await store.keep(issued);
  await store.settle(first.fingerprint);
  return { cloud, store, requests: new Map(), first };
}

/** Starts the box's link. */
async function start(
  { cloud, store, requests }: Box,
  prepare: (link: CertificateLink) => void = () => {},
  aheadMs = 0,
) {
  const candidates = await store.candidates();
  const [newest] = candidates;
  if (!newest) throw new Error('the box can not connect any more');
  const clock = new FakeClock(new Date(Date.now() + aheadMs).toISOString());
  const link = new CertificateLink(cloud, newest);
  prepare(link);
  const logged: string[] = [];
  /** ECDSA signs differently each time; the cloud knows a key, not a signature */
  const request = async (thing: string, key: string) => {
    const csr = requests.get(key) ?? (await certificateRequest(thing, key));
    requests.set(key, csr);
    return csr;
  };
  const parts = { thing: THING, link, store, renewAfterDays: 365, request, clock };
  const renewing = new RenewingLink({ ...parts, log: (event) => void logged.push(event) }, candidates);
  renewing.onMessage(async () => {});
  renewing.onConnected(() => {});
  renewing.connect();
  return { renewing, link, logged, clock };
}

it('S12 a box renews its certificate: the new one is on disk, then in use, then confirmed, then the only one', async () => {
  const box = await joinedBox(true);
  const { renewing, link, logged } = await start(box);
  await vi.waitFor(() =>
    expect(logged).toEqual([
      'certificate-confirmed',
      'certificate-asked',
      'certificate-kept',
      'certificate-tried',
      'certificate-confirmed',
    ]),
  );
  expect(link.used).toEqual([box.first.fingerprint, renewing.inUse.fingerprint]);
  expect([...box.cloud.open]).toEqual([renewing.inUse.fingerprint]);
  expect((await box.store.candidates()).map(({ fingerprint }) => fingerprint)).toEqual([...box.cloud.open]);
  await renewing.close();
});

it('S12 after a power cut at any act on the disk a box can connect, and renews in the end', async () => {
  for (let acts = 0, cut = true; cut; acts++) {
    const box = await joinedBox(true);
    power.actsLeft = acts;
    const dying = await start(box);
    await vi.waitFor(() =>
      expect(power.actsLeft < 0 || dying.logged.filter((one) => one === 'certificate-confirmed').length > 1).toBe(true),
    );
    cut = power.actsLeft < 0;
    await dying.renewing.close();
    power.actsLeft = Number.POSITIVE_INFINITY;

    const candidates = await box.store.candidates();
    expect(
      candidates.some(({ fingerprint }) => box.cloud.open.has(fingerprint)),
      `cut at act ${acts}`,
    ).toBe(true);
    const again = await start(box);
    await vi.waitFor(async () => {
      const left = await box.store.candidates();
      expect(
        left.map(({ fingerprint }) => fingerprint),
        `cut at act ${acts}`,
      ).toEqual([...box.cloud.open]);
      expect(left).not.toContainEqual(box.first);
    });
    await again.renewing.close();
  }
}, 60_000);

it('S11 a power cut at any act of keeping a certificate leaves its key, so that join may be run again', async () => {
  for (let acts = 0, cut = true; cut; acts++) {
    const store = new FolderIdentityStore(join(folder, randomUUID()));
    await store.prepare();
    const key = await store.newKey();
    const { pem } = await certificates.sign(await certificateRequest(THING, key));
    power.actsLeft = acts;
    cut = await store.keep(pem).then(
      () => false,
      () => true,
    );
    power.actsLeft = Number.POSITIVE_INFINITY;
    const [kept] = await store.candidates();
    expect((kept?.privateKey ?? (await store.newKey())).trim(), `cut at act ${acts}`).toBe(key.trim());
    expect((await store.keep(pem)).certificate.trim()).toBe(pem.trim());
    expect(await store.newKey()).not.toBe(key);
  }
});

it('S12 tries the one before when the new one does not connect, and asks for another', async () => {
  const box = await joinedBox(false);
  const dead = await box.store.keep(
    (await certificates.sign(await certificateRequest(THING, await box.store.newKey()))).pem,
  );
  const { renewing, link, logged } = await start(box);
  await vi.waitFor(() => expect(logged.filter((one) => one === 'certificate-confirmed')).toHaveLength(2));
  expect(link.used.slice(0, 2)).toEqual([dead.fingerprint, box.first.fingerprint]);
  expect([...box.cloud.open]).toEqual([renewing.inUse.fingerprint]);
  await renewing.close();
});

it('S12 goes on and tries again when it can not be told to use the new certificate', async () => {
  const box = await joinedBox(true);
  const { renewing, link, logged, clock } = await start(box, (fake) => {
    fake.refusals = 2;
  });
  await vi.waitFor(() => expect(logged.at(-1)).toBe('certificate-not-tried'));
  expect(link.used).toEqual([box.first.fingerprint]);
  await clock.advance(4_999);
  expect(logged.filter((one) => one === 'certificate-tried')).toHaveLength(1);
  await clock.advance(1);
  expect(logged.filter((one) => one === 'certificate-not-tried')).toHaveLength(2);
  await clock.advance(10_000);
  await vi.waitFor(() => expect(logged.at(-1)).toBe('certificate-confirmed'));
  expect(link.used).toEqual([box.first.fingerprint, renewing.inUse.fingerprint]);
  await renewing.close();
});

it('closes while it can not be told to use the new certificate', async () => {
  const { renewing, logged } = await start(await joinedBox(true), (fake) => {
    fake.refusals = Number.POSITIVE_INFINITY;
  });
  await vi.waitFor(() => expect(logged).toContain('certificate-not-tried'));
  await expect(renewing.close()).resolves.toBeUndefined();
});

it('S12 renews once a day at most, however far ahead the clock is', async () => {
  const asked = (logged: string[]) => logged.filter((one) => one === 'certificate-asked').length;
  const { renewing, logged, clock } = await start(await joinedBox(false), undefined, 8 * TWO_YEARS_MS);
  await vi.waitFor(() => expect(logged.filter((one) => one === 'certificate-confirmed')).toHaveLength(2));
  await clock.advance(DAY_MS - 1);
  expect(asked(logged)).toBe(1);
  await clock.advance(1);
  await vi.waitFor(() => expect(logged.filter((one) => one === 'certificate-confirmed')).toHaveLength(3));
  expect(asked(logged)).toBe(2);
  await renewing.close();
});

it('S12 waits longer before each switch while neither certificate connects', async () => {
  const box = await joinedBox(false);
  await box.store.keep((await certificates.sign(await certificateRequest(THING, await box.store.newKey()))).pem);
  const { renewing, link, clock } = await start(box, (fake) => {
    fake.isAway = true;
    fake.publishTo = async () => {};
  });
  const triesUntilSwitch = async () => {
    const { length } = link.used;
    for (let tries = 1; ; tries += 1) {
      link.fail();
      await clock.advance(0);
      if (link.used.length > length) return tries;
    }
  };
  const tries: number[] = [];
  for (let round = 0; round < 6; round += 1) tries.push(await triesUntilSwitch());
  expect(tries).toEqual([3, 6, 12, 24, 24, 24]);
  link.isAway = false;
  await triesUntilSwitch();
  link.isAway = true;
  expect(await triesUntilSwitch()).toBe(3);
  await renewing.close();
});

it('leaves a young certificate alone, and lets everything else through', async () => {
  const box = await joinedBox(false);
  const { renewing, logged } = await start(box);
  const heard: string[] = [];
  await vi.waitFor(() => expect(logged).toEqual(['certificate-confirmed']));
  renewing.onMessage(async (payload) => void heard.push(payload));
  await renewing.close();
  expect((await box.store.candidates()).map(({ fingerprint }) => fingerprint)).toEqual([box.first.fingerprint]);
});

it.each([
  ['2049-12-31T23:59:59Z', 365, '2027-11-21T10:00:00.000Z'],
  ['2027-02-19T10:00:00Z', 365, '2027-01-20T10:00:00.000Z'],
])('a certificate until %s is renewed after %i days, or when a third of its life is left', (validTo, days, at) => {
  const validFrom = new Date('2026-11-21T10:00:00Z');
  expect(renewalAt({ validFrom, validTo: new Date(validTo) }, days).toISOString()).toBe(at);
});
