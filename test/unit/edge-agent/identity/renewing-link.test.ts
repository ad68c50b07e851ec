import { randomUUID, X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { certificateRequest } from '../../../../edge-agent/src/identity/certificate-request.ts';
import type { Identity } from '../../../../edge-agent/src/identity/identity.ts';
import { FolderIdentityStore } from '../../../../edge-agent/src/identity/identity-store.ts';
import { renewalAt } from '../../../../edge-agent/src/identity/renewal-at.ts';
import { RenewingLink, type SwitchableLink } from '../../../../edge-agent/src/identity/renewing-link.ts';
import { Certificates } from '../../../../local/certificates.ts';
import { FakeClock } from '../../../support/edge/fake-clock.ts';

/** Acts on the disk until the power goes. */
const power = vi.hoisted(() => ({ actsLeft: Number.POSITIVE_INFINITY }));
class PowerCut extends Error {}

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  const cut =
    <A extends unknown[], R>(act: (...given: A) => Promise<R>) =>
    (...given: A): Promise<R> => {
      power.actsLeft -= 1;
      return power.actsLeft < 0 ? Promise.reject(new PowerCut()) : act(...given);
    };
  return {
    ...fs,
    open: cut(fs.open as () => Promise<never>),
    rename: cut(fs.rename),
    rm: cut(fs.rm as () => Promise<void>),
  };
});

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

/** The cloud's side: which certificates open, and the same one again for the same key. */
class Cloud {
  readonly open = new Set<string>();
  readonly #byKey = new Map<string, string>();

  async issue(csr: string): Promise<string> {
    const known = this.#byKey.get(csr);
    if (known) return known;
    const { pem, fingerprint } = await certificates.sign(csr);
    this.#byKey.set(csr, pem);
    this.open.add(fingerprint);
    return pem;
  }

  heardOn(fingerprint: string): void {
    for (const other of this.open) if (other !== fingerprint) this.open.delete(other);
  }
}

/** A broker that lets in who has a certificate that opens, and carries what is said to the cloud and back. */
class FakeLink implements SwitchableLink {
  readonly used: string[] = [];
  /** no try ends before the test says so */
  isAway = false;
  /** how many times from now on it can't be told to go on with another certificate */
  refusals = 0;
  readonly #cloud: Cloud;
  #fingerprint = '';
  #listener: (payload: string) => Promise<void> = async () => {};
  #onConnected: (fresh: boolean) => void = () => {};
  #onNotConnected: () => void = () => {};

  constructor(cloud: Cloud, identity: Identity) {
    this.#cloud = cloud;
    this.#fingerprint = identity.fingerprint;
  }
  connect(): void {
    this.used.push(this.#fingerprint);
    if (this.isAway) return;
    if (this.#cloud.open.has(this.#fingerprint)) queueMicrotask(() => this.#onConnected(false));
    else for (let tries = 0; tries < 3; tries++) queueMicrotask(() => this.#onNotConnected());
  }
  fail(): void {
    this.#onNotConnected();
  }
  async use({ certificate }: { certificate: string }): Promise<void> {
    if (this.refusals-- > 0) throw new Error("the authority's file can't be read");
    this.#fingerprint = new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase();
    this.connect();
  }
  async publish(): Promise<void> {}
  async publishTo(_: string, payload: string): Promise<void> {
    const said = JSON.parse(payload);
    if (said.type === 'request')
      return this.#say({ type: 'certificate', certificate: await this.#cloud.issue(said.csr) });
    this.#cloud.heardOn(said.fingerprint);
    return this.#say({ type: 'certificate-confirmed', fingerprint: said.fingerprint });
  }
  onMessage(listener: (payload: string) => Promise<void>): void {
    this.#listener = listener;
  }
  onConnected(listener: (fresh: boolean) => void): void {
    this.#onConnected = listener;
  }
  onNotConnected(listener: () => void): void {
    this.#onNotConnected = listener;
  }
  async close(): Promise<void> {}
  /** A refused message comes again at the next connection, which here is the next start. */
  async #say(message: object): Promise<void> {
    await this.#listener(JSON.stringify(message)).catch(() => undefined);
  }
}

interface Box {
  readonly cloud: Cloud;
  readonly store: FolderIdentityStore;
  readonly requests: Map<string, string>;
}

const DAY_MS = 86_400_000;
const TWO_YEARS_MS = 730 * DAY_MS;

/** @param old its certificate is two years old */
async function joinedBox(old: boolean): Promise<Box & { first: Identity }> {
  const cloud = new Cloud();
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
async function start({ cloud, store, requests }: Box, prepare: (link: FakeLink) => void = () => {}, aheadMs = 0) {
  const candidates = await store.candidates();
  const [newest] = candidates;
  if (!newest) throw new Error('the box can not connect any more');
  const clock = new FakeClock(new Date(Date.now() + aheadMs).toISOString());
  const link = new FakeLink(cloud, newest);
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
