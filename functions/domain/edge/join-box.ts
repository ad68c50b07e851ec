import type { FieldMessage, FieldValues } from '../../../contract/catalogues/field-messages/index.ts';
import { thingName } from '../../../contract/edge/names.ts';
import { parseJoinCode } from '../../../contract/join-code.ts';
import { enforceLimits, type LimitDependencies } from '../limits/enforce-limits.ts';
import { networkOf } from '../limits/network-of.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { BoxKey } from './health.ts';
import { admit, type IssueDependencies, issueCertificate, knownCertificate } from './issue-certificate.ts';
import type { BoxAccess, BoxCertificate } from './model.ts';
import type { BoxRegister, BoxTrouble, JoinSecrets, ReadCertificateRequest } from './ports.ts';

export interface JoinDependencies extends IssueDependencies, LimitDependencies {
  readonly boxes: Pick<BoxRegister, 'find'>;
  readonly joinSecrets: JoinSecrets;
  readonly readRequest: ReadCertificateRequest;
  readonly trouble: BoxTrouble;
}

/**
 * Gives a box its certificate for a join code, once. Asked again with the same key it gives the same one, as its answer may have
 * been lost. A code that is wrong, used for another key or too old is refused alike.
 *
 * @throws DomainError `join-code-refused`, `certificate-request-invalid`, `too-many-tries`
 */
export async function joinBox(
  dependencies: JoinDependencies,
  { code, csr, address }: { readonly code: string; readonly csr: string; readonly address: string },
): Promise<{ thing: string; certificate: string }> {
  const { boxes, accesses, clock, joinSecrets, trouble } = dependencies;
  const { secret, ...box } = await admitTry(dependencies, code, address);
  for (;;) {
    const access = await accesses.find(box);
    const { joinCode } = access;
    const right = joinCode !== undefined && joinSecrets.matches(secret, joinCode.secretHash);
    if (!right || joinCode.expiresAt <= clock.now().toISOString()) throw new DomainError('join-code-refused');
    if ((await boxes.find(box.tenantId, box.boxId))?.removedAt !== undefined)
      throw new DomainError('join-code-refused');
    const keyHash = checkRequest(dependencies, box, csr);
    if (joinCode.usedBy !== undefined && joinCode.usedBy !== keyHash) {
      trouble('join code used twice', box);
      throw new DomainError('join-code-refused');
    }
    const certificate = await certificateFor(dependencies, { ...access, joinCode }, { csr, keyHash });
    if (certificate) return { thing: thingName(box.tenantId, box.boxId), certificate: certificate.pem };
  }
}

/** Counts before anything is looked at. */
async function admitTry(limits: LimitDependencies, code: string, address: string) {
  await enforceLimits(limits, { 'join-address': networkOf(address) });
  const parsed = parseJoinCode(code);
  if (!parsed) throw new DomainError('join-code-refused');
  await enforceLimits(limits, { 'join-box': thingName(parsed.tenantId, parsed.boxId) });
  return parsed;
}

/** AWS keeps the subject of a request as it is, so that one with another name is not signed. */
function checkRequest({ readRequest }: JoinDependencies, { tenantId, boxId }: BoxKey, csr: string): string {
  const request = readRequest(csr);
  const thing = thingName(tenantId, boxId);
  const refused = (message: FieldMessage, values: FieldValues = {}) =>
    new DomainError('certificate-request-invalid', { errors: [{ path: 'csr', message, values }] });
  if ('problem' in request) throw refused(request.problem);
  if (request.commonName !== thing) throw refused('Its subject must be CN={name}', { name: thing });
  return request.keyHash;
}

type WithCode = BoxAccess & { readonly joinCode: NonNullable<BoxAccess['joinCode']> };

/** The code is used up in the write that tells of the certificate. */
async function certificateFor(
  dependencies: JoinDependencies,
  access: WithCode,
  request: { readonly csr: string; readonly keyHash: string },
): Promise<BoxCertificate | undefined> {
  const { keyHash } = request;
  const known = access.joinCode.usedBy === keyHash ? knownCertificate(access, keyHash) : undefined;
  if (known) return admit(dependencies, access, known);
  const used = { ...access, joinCode: { ...access.joinCode, usedBy: keyHash } };
  return issueCertificate(dependencies, used, request);
}
