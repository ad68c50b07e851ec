import { thingName } from '../../../contract/edge/names.ts';
import type { Clock } from '../shared/clock.ts';
import type { BoxKey } from './health.ts';
import type { BoxAccess, BoxCertificate } from './model.ts';
import type { BoxAccesses, CertificateAuthority, FingerprintOf } from './ports.ts';

export interface IssueDependencies {
  readonly accesses: BoxAccesses;
  readonly authority: CertificateAuthority;
  readonly fingerprintOf: FingerprintOf;
  readonly clock: Clock;
}

/**
 * Gives a box a certificate for its new key, beside the one it has. What is issued opens nothing before it is written down, so that a
 * crash leaves a box that asks again and gets the same one. Undefined when something else was written meanwhile: read and decide
 * again.
 */
export async function issueCertificate(
  { accesses, authority, fingerprintOf, clock }: IssueDependencies,
  access: BoxAccess,
  { csr, keyHash }: { readonly csr: string; readonly keyHash: string },
): Promise<BoxCertificate | undefined> {
  const issued = await authority.issue(csr);
  const next = { ...issued, fingerprint: fingerprintOf(issued.pem), keyHash, issuedAt: clock.now().toISOString() };
  // One that the box was not heard on is of a key that it has lost.
  const retired = access.next ? [...access.retired, handleOf(access.next)] : access.retired;
  if (!(await accesses.change({ ...access, next, retired }))) return undefined;
  return admit({ accesses, authority }, access, next);
}

/** The certificate that the box already has for this key. */
export function knownCertificate({ next, current }: BoxAccess, keyHash: string): BoxCertificate | undefined {
  return [next, current].find((certificate) => certificate?.keyHash === keyHash);
}

/**
 * Lets the box connect with a certificate that is written down; also once more, as a crash may have come before that. Undefined when
 * the box was removed meanwhile, or the certificate replaced: then it opens nothing.
 */
export async function admit(
  { accesses, authority }: Pick<IssueDependencies, 'accesses' | 'authority'>,
  box: BoxKey,
  certificate: BoxCertificate,
): Promise<BoxCertificate | undefined> {
  const thing = thingName(box.tenantId, box.boxId);
  await authority.admit(thing, certificate);
  const { next, current } = await accesses.find(box);
  if ([next, current].some((one) => one?.certificateId === certificate.certificateId)) return certificate;
  await authority.withdraw(thing, certificate);
  return undefined;
}

export const handleOf = ({ certificateId, arn }: BoxCertificate) => ({ certificateId, arn });
