import type { AuditLine } from '../audit/model.ts';
import type { Employee, Roles, Tenant } from '../directory/model.ts';
import type { HirerAccess } from '../hirers/model.ts';
import type { PortalAccess } from '../portal/model.ts';
import type { Idempotency, IdempotentRequest } from '../shared/idempotency.ts';
import type { Device, ShownDevice } from './devices/model.ts';
import type { ApiToken, Login, Session } from './model.ts';

/** A person who can log in, with what decides on their rights. */
export type Account = EmployeeAccount | WorkerAccount | ContactAccount;
export interface EmployeeAccount {
  readonly kind: 'employee';
  readonly tenant: Tenant;
  readonly employee: Employee;
  readonly roles: Roles;
}
export interface WorkerAccount {
  readonly kind: 'worker';
  readonly tenant: Tenant;
  readonly worker: { readonly workerId: string; readonly name: string };
  readonly access: PortalAccess;
}

/** Of a company's contact: a hirer's view of the workers there. */
export interface ContactAccount {
  readonly kind: 'contact';
  readonly tenant: Tenant;
  readonly contact: { readonly contactId: string; readonly name: string; readonly companyId: string };
  readonly access: HirerAccess;
}

/** Of the access as it is now: a session of an older one is void. */
export const epochOf = (account: Account) => (account.kind === 'employee' ? account.employee : account.access).epoch;

/** The name of the person, as others know it. */
export function nameOf(account: Account): string {
  if (account.kind === 'employee') return account.employee.name;
  return account.kind === 'worker' ? account.worker.name : account.contact.name;
}

/** As its owner types it; absent where there is none to log in with. */
export const loginNameOf = (account: Account) =>
  account.kind === 'employee' ? account.employee.loginName : account.access.loginName;

export interface Logins {
  /** Undefined where there is no such tenant. */
  tenantIdOf(slug: string): Promise<string | undefined>;
  find(tenantId: string, loginName: string): Promise<Login | undefined>;
  /** With the device that was shown, in one read: it takes as long where none was. */
  findWithDevice(
    tenantId: string,
    loginName: string,
    shown: ShownDevice | undefined,
  ): Promise<{ login: Login | undefined; device: Device | undefined }>;
  /**
   * Takes one of the tries, before the password is looked at: of the device, where one is given, else of the login. False
   * when none is left, and when there is no such login: each is one write, so that they take alike.
   */
  takeTry(
    tenantId: string,
    loginName: string,
    seen: { readonly login: Login | undefined; readonly device: Device | undefined },
    now: Date,
  ): Promise<boolean>;
  /**
   * The password was right: gives back the tries that were counted, and stores the session. False when the password was
   * changed meanwhile, the access was blocked, or an issued password was used by somebody else.
   */
  openSession(login: Login, session: Session, along: AlongWithSession): Promise<boolean>;
}

/** What is stored together with a session. */
export interface AlongWithSession {
  /** of the password, by today's scheme */
  readonly newHash?: string | undefined;
  readonly device?: Device | undefined;
  /** what the browser showed of the same person: the new one takes its place */
  readonly deviceBefore?: Device | undefined;
  /** the tries were counted on the device: those of the login stay as they are */
  readonly countedOnDevice: boolean;
}

/** Each of the first two is one consistent read. */
export interface Accounts {
  bySession(
    key: Pick<Session, 'tenantId' | 'personId' | 'secretHash'>,
  ): Promise<{ account: Account; session: Session } | undefined>;
  byToken(key: Pick<ApiToken, 'tenantId' | 'tokenId'>): Promise<{ tenant: Tenant; token: ApiToken } | undefined>;
  ofPerson(key: Pick<Session, 'tenantId' | 'personId'>): Promise<Account | undefined>;
}

export type SessionKey = Pick<Session, 'tenantId' | 'personId' | 'secretHash'>;

export interface Sessions {
  find(key: Pick<Session, 'tenantId' | 'personId' | 'secretHash'>): Promise<Session | undefined>;
  /** Puts one in the place of another, in one write. False when that was ended meanwhile. */
  rotate(before: Session, after: Session): Promise<boolean>;
  /** Newest first; all there are. */
  list(tenantId: string, personId: string): Promise<Session[]>;
  /** False when it was ended meanwhile. */
  noteSeen(session: Session, now: Date): Promise<boolean>;
  end(key: SessionKey): Promise<void>;
  /** Takes one of the session's tries at its password. False when none is left, or it has ended. */
  takeConfirmationTry(key: SessionKey): Promise<boolean>;
  /** The password was right: gives the tries back. False when it has ended. */
  confirm(key: SessionKey, at: Date): Promise<boolean>;
  /** Ends it if no try is left, with a line in the audit trail. */
  endAfterTries(key: SessionKey, audit: AuditLine): Promise<void>;
}

export interface ApiTokens {
  add(token: ApiToken, audit: AuditLine): Promise<void>;
  /** Once for each key. */
  addOnce<A extends object>(token: ApiToken, request: IdempotentRequest<A>, audit: AuditLine): Promise<Idempotency<A>>;
  /** Newest first. */
  page(tenantId: string, limit: number, before?: string): Promise<{ items: ApiToken[]; more: boolean }>;
  /** False when there is none. */
  remove(tenantId: string, tokenId: string, audit: AuditLine): Promise<boolean>;
}

/** As good as random to whoever lacks the agency's key (256 bits, base64url) or `of`: a repeated request makes the same one, which is stored nowhere. */
export type DerivedSecret = (tenantKey: string, of: string) => string;

/** Random secrets and their hashes. */
export interface Secrets {
  /** 256 random bits, base64url */
  make(): string;
  /** SHA-256, base64url: enough for what is random itself */
  hash(secret: string): string;
}

/** Slow hashes of passwords, as strings that name their scheme. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
  /** Takes as long as a real one. */
  verifyNothing(password: string): Promise<void>;
  /** made by an older scheme, or with other costs, than today's */
  isOutdated(hash: string): boolean;
}
