import type { FieldMessage } from '../../../contract/catalogues/field-messages/index.ts';
import type { TroubleName } from '../../../contract/troubles.ts';
import type { Box } from '../messaging/model.ts';
import type { Idempotency, IdempotentRequest } from '../shared/idempotency.ts';
import type { BoxKey } from './health.ts';
import type { BoxAccess, BoxCertificate } from './model.ts';

export interface BoxRegister {
  /** False when it is there already. */
  add(box: Box): Promise<boolean>;
  /** The box and the request's key in one write. A repeated request adds nothing and gives the first one's answer. */
  addOnce<A extends object>(box: Box, request: IdempotentRequest<A>): Promise<Idempotency<A>>;
  /** What the first request with this key got, if there was one. */
  earlier<A extends object>(tenantId: string, request: IdempotentRequest<A>): Promise<Idempotency<A> | undefined>;
  list(tenantId: string): Promise<Box[]>;
  find(tenantId: string, boxId: string): Promise<Box | undefined>;
  /** Marks it as removed if it is still at this version. It is kept for a while, for what is still to be said of its messages; its health is not. */
  remove(box: Box, at: Date): Promise<boolean>;
}

export interface BoxAccesses {
  /** One that was never stored is empty. */
  find(box: BoxKey): Promise<BoxAccess>;
  /** Stores it, with its version raised, if nothing was stored since it was read. */
  change(next: BoxAccess): Promise<boolean>;
  /** False if something was stored since it was read. */
  remove(access: BoxAccess): Promise<boolean>;
}

/** AWS IoT's control plane, for the things of boxes. Each but `issue` may be repeated. */
export interface CertificateAuthority {
  /** A certificate that opens nothing yet: it is not active and belongs to no thing. */
  issue(csr: string): Promise<Pick<BoxCertificate, 'certificateId' | 'arn' | 'pem'>>;
  /** Lets the thing connect with it. */
  admit(thing: string, certificate: Pick<BoxCertificate, 'certificateId' | 'arn'>): Promise<void>;
  /** No connection with it any more. One that is open is ended by AWS within minutes. */
  withdraw(thing: string, certificate: Pick<BoxCertificate, 'certificateId' | 'arn'>): Promise<void>;
  /** Ends the thing's connection, and forgets its session. */
  disconnect(thing: string): Promise<void>;
}

/** What a certificate signing request says, if it is a right one: signed by the key that it names, which is strong enough. */
export type ReadRequest =
  | { readonly commonName: string; readonly keyHash: string }
  | { readonly problem: FieldMessage };
export type ReadCertificateRequest = (csr: string) => ReadRequest;

export interface JoinSecrets {
  /** 140 random bits in the readable alphabet */
  make(): string;
  /** SHA-256, base64url: enough for what is random itself */
  hash(secret: string): string;
  /** takes as long whatever the difference is */
  matches(secret: string, hash: string): boolean;
}

/** SHA-256 of a certificate in DER, hexadecimal. */
export type FingerprintOf = (pem: string) => string;

export type BoxTrouble = (what: TroubleName, where: BoxKey, error?: unknown) => void;
