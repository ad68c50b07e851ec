import { thingName } from '../../../contract/edge/names.ts';
import { countTry, type LimitDependencies } from '../limits/enforce-limits.ts';
import type { Downlinks } from '../messaging/ports.ts';
import type { BoxKey } from './health.ts';
import { admit, handleOf, type IssueDependencies, issueCertificate, knownCertificate } from './issue-certificate.ts';
import type { BoxAccess } from './model.ts';
import type { BoxTrouble, ReadCertificateRequest } from './ports.ts';

export interface RenewDependencies extends IssueDependencies, LimitDependencies {
  readonly readRequest: ReadCertificateRequest;
  readonly downlinks: Downlinks;
  readonly trouble: BoxTrouble;
}

/** A box that is connected has made a new key: it gets a certificate for it, beside the one that it is connected with. */
export async function renewCertificate(dependencies: RenewDependencies, box: BoxKey, csr: string): Promise<void> {
  const { accesses, downlinks, readRequest, trouble } = dependencies;
  const request = readRequest(csr);
  const thing = thingName(box.tenantId, box.boxId);
  const named = 'commonName' in request && request.commonName === thing;
  if (!named || (await countTry(dependencies, { 'renewal-box': thing })) !== undefined)
    return trouble('certificate request refused', box);
  for (;;) {
    const access = await accesses.find(box);
    // It has a certificate of which this cloud knows nothing: it was provisioned by hand, or removed.
    if (access.version === 0) return trouble('certificate request refused', box);
    const known = knownCertificate(access, request.keyHash);
    const certificate = known
      ? await admit(dependencies, access, known)
      : await issueCertificate(dependencies, access, { csr, keyHash: request.keyHash });
    if (certificate) return downlinks.send(box, { type: 'certificate', certificate: certificate.pem });
  }
}

/**
 * A box was heard on a certificate. The one before is withdrawn, and the box told so: only then it drops it. Repeated until the
 * box has heard it.
 */
export async function confirmCertificate(
  { accesses, authority, downlinks }: RenewDependencies,
  box: BoxKey,
  fingerprint: string,
): Promise<void> {
  for (;;) {
    const access = await accesses.find(box);
    const heard = onFirst(access, fingerprint);
    // A late word of one that was replaced since.
    if (!heard) return;
    if (heard !== access && !(await accesses.change(heard))) continue;
    for (const certificate of heard.retired) await authority.withdraw(thingName(box.tenantId, box.boxId), certificate);
    const stored = heard === access ? access : { ...heard, version: access.version + 1 };
    if (stored.retired.length > 0 && !(await accesses.change({ ...stored, retired: [] }))) continue;
    return downlinks.send(box, { type: 'certificate-confirmed', fingerprint });
  }
}

/** The access once the box was heard on this certificate; undefined if it has no such. */
function onFirst(access: BoxAccess, fingerprint: string): BoxAccess | undefined {
  const { current, next, ...rest } = access;
  if (next?.fingerprint === fingerprint)
    return { ...rest, current: next, retired: current ? [...access.retired, handleOf(current)] : access.retired };
  return current?.fingerprint === fingerprint ? access : undefined;
}
