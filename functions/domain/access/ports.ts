import type { Employee, Roles, Tenant } from '../directory/model.ts';
import type { PortalAccess } from '../portal/model.ts';
import type { ApiToken, Login, Session } from './model.ts';

/** A person who can log in, with what decides on their rights. */
export type Account = EmployeeAccount | WorkerAccount;
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

export interface Logins {
  /** Undefined where there is no such tenant. */
  tenantIdOf(slug: string): Promise<string | undefined>;
  find(tenantId: string, loginName: string): Promise<Login | undefined>;
  /**
   * Takes one of the tries, before the password is looked at. False when none is left, and when there is no such login:
   * each is one write, so that they take alike.
   */
  takeTry(tenantId: string, loginName: string, seen: Login | undefined, now: Date): Promise<boolean>;
  /**
   * The password was right: gives the tries back and stores the session, and the password's new hash if there is one.
   * False when the password was changed meanwhile, the access was blocked, or an issued password was used by somebody else.
   */
  openSession(login: Login, session: Session, newHash: string | undefined): Promise<boolean>;
}

/** Each of the first two is one consistent read. */
export interface Accounts {
  bySession(
    key: Pick<Session, 'tenantId' | 'personId' | 'secretHash'>,
  ): Promise<{ account: Account; session: Session } | undefined>;
  byToken(key: Pick<ApiToken, 'tenantId' | 'tokenId'>): Promise<{ tenant: Tenant; token: ApiToken } | undefined>;
  ofPerson(key: Pick<Session, 'tenantId' | 'personId'>): Promise<Account | undefined>;
}

export interface Sessions {
  /** Newest first; all there are. */
  list(tenantId: string, personId: string): Promise<Session[]>;
  /** False when it was ended meanwhile. */
  noteSeen(session: Session, now: Date): Promise<boolean>;
  end(key: Pick<Session, 'tenantId' | 'personId' | 'secretHash'>): Promise<void>;
}

export interface ApiTokens {
  add(token: ApiToken): Promise<void>;
  /** Newest first. */
  page(tenantId: string, limit: number, before?: string): Promise<{ items: ApiToken[]; more: boolean }>;
  /** False when there is none. */
  remove(tenantId: string, tokenId: string): Promise<boolean>;
}

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
