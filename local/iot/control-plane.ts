import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Certificates } from '../certificates.ts';
import type { CertificateRegister, RegisteredCertificate } from './certificate-register.ts';
import { fail, ServiceError, send } from './service-error.ts';

const ARN = 'arn:aws:iot:eu-central-1:000000000000';
const STATES = ['ACTIVE', 'INACTIVE', 'REVOKED'];
const THING_NAME = /^[a-zA-Z0-9:_-]{1,128}$/;

export interface ControlPlaneParts {
  readonly certificates: Certificates;
  readonly register: CertificateRegister;
  /** has the broker read the list of revoked certificates again */
  readonly reload: () => Promise<void>;
}

interface Call {
  readonly name: string;
  readonly query: URLSearchParams;
  readonly principal: string;
  readonly body: Record<string, unknown>;
}
type Operation = (parts: ControlPlaneParts, call: Call) => Promise<object>;

/** The operations of AWS IoT that issue, admit and withdraw certificates, by method and path. Source: AWS IoT API Reference. */
const OPERATIONS: readonly [RegExp, Operation][] = [
  [/^POST \/certificates$/, createCertificateFromCsr],
  [/^PUT \/certificates\/([^/]+)$/, updateCertificate],
  [/^POST \/things\/([^/]+)$/, createThing],
  [/^PUT \/things\/([^/]+)\/principals$/, attachThingPrincipal],
  [/^DELETE \/things\/([^/]+)\/principals$/, detachThingPrincipal],
  [/^PUT \/target-policies\/([^/]+)$/, attachPolicy],
  [/^POST \/target-policies\/([^/]+)$/, detachPolicy],
];

/** IoT Core's control plane. Calls are worked off one after the other. False where it knows no such call. */
export function controlPlane(
  parts: ControlPlaneParts,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  let last: Promise<unknown> = Promise.resolve();
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    for (const [pattern, operation] of OPERATIONS) {
      const match = pattern.exec(`${request.method} ${pathname}`);
      if (!match) continue;
      const name = decodeURIComponent(match[1] ?? '');
      last = last
        .then(() => callOf(request, name, searchParams))
        .then((call) => run(parts, operation, call))
        .then(
          (body) => send(response, 200, body),
          (error: unknown) => fail(response, operation.name, error),
        );
      return true;
    }
    return false;
  };
}

async function callOf(request: IncomingMessage, name: string, query: URLSearchParams): Promise<Call> {
  const length = Number(request.headers['content-length'] ?? 0);
  const body = length > 0 ? ((await json(request)) as Record<string, unknown>) : {};
  return { name, query, principal: String(request.headers['x-amzn-principal'] ?? ''), body };
}

/** What changes is on disk, and known to the broker, before the answer. */
async function run(parts: ControlPlaneParts, operation: Operation, call: Call): Promise<object> {
  const answer = await operation(parts, call);
  await parts.register.save();
  await parts.certificates.revoke(parts.register.refused());
  await parts.reload();
  return answer;
}

async function createCertificateFromCsr({ certificates, register }: ControlPlaneParts, { body, query }: Call) {
  const signed = await certificates.sign(String(body['certificateSigningRequest'])).catch((cause: Error) => {
    throw new ServiceError(400, 'InvalidRequestException', cause.message);
  });
  const status = query.get('setAsActive') === 'true' ? 'ACTIVE' : 'INACTIVE';
  const { serialNumber, commonName, fingerprint, pem } = signed;
  register.certificates[fingerprint] = { serialNumber, commonName, status, policies: [], things: [] };
  return { certificateArn: `${ARN}:cert/${fingerprint}`, certificateId: fingerprint, certificatePem: pem };
}

async function updateCertificate({ register }: ControlPlaneParts, { name, query }: Call) {
  const status = query.get('newStatus') ?? '';
  if (!STATES.includes(status)) throw new ServiceError(400, 'InvalidRequestException', `${status} is no status`);
  certificateOf(register, `${ARN}:cert/${name}`).status = status;
  return {};
}

/** Again with the same configuration it succeeds. */
async function createThing({ register }: ControlPlaneParts, { name, body }: Call) {
  if (!THING_NAME.test(name)) throw new ServiceError(400, 'InvalidRequestException', 'That is no name of a thing');
  const type = String(body['thingTypeName'] ?? '');
  if ((register.things[name] ?? type) !== type)
    throw new ServiceError(409, 'ResourceAlreadyExistsException', 'The thing exists with another type');
  register.things[name] = type;
  return { thingName: name, thingArn: `${ARN}:thing/${name}`, thingId: name };
}

async function attachThingPrincipal({ register }: ControlPlaneParts, { name, principal }: Call) {
  if (register.things[name] === undefined) throw notFound(`the thing ${name}`);
  add(certificateOf(register, principal).things, name);
  return {};
}

async function detachThingPrincipal({ register }: ControlPlaneParts, { name, principal }: Call) {
  if (register.things[name] === undefined) throw notFound(`the thing ${name}`);
  remove(certificateOf(register, principal).things, name);
  return {};
}

async function attachPolicy({ register }: ControlPlaneParts, { name, body }: Call) {
  add(certificateOf(register, String(body['target'])).policies, name);
  return {};
}

async function detachPolicy({ register }: ControlPlaneParts, { name, body }: Call) {
  remove(certificateOf(register, String(body['target'])).policies, name);
  return {};
}

function certificateOf(register: CertificateRegister, arn: string): RegisteredCertificate {
  const found = register.certificates[arn.replace(`${ARN}:cert/`, '')];
  if (!found) throw notFound(`the certificate ${arn}`);
  return found;
}

const notFound = (what: string) => new ServiceError(404, 'ResourceNotFoundException', `${what} does not exist`);

function add(list: string[], item: string): void {
  if (!list.includes(item)) list.push(item);
}

function remove(list: string[], item: string): void {
  const place = list.indexOf(item);
  if (place >= 0) list.splice(place, 1);
}
