import type { AuditLine } from '../../audit/model.ts';
import type { Tenant } from '../../directory/model.ts';
import type { Recovery } from './model.ts';

export interface Recoveries {
  start(recovery: Recovery): Promise<void>;
  /** In one read, which takes as long where there is nothing. */
  find(tenantId: string, recoveryId: string): Promise<{ recovery: Recovery | undefined; tenant: Tenant | undefined }>;
  /** Whose it is, before the code goes out. False when it was known already. */
  resolve(recovery: Recovery, person: NonNullable<Recovery['person']>, audit: AuditLine): Promise<boolean>;
  /** Takes one of the tries, before the code is looked at. False when none is left, and when there is no such recovery. */
  takeTry(tenantId: string, recoveryId: string, now: Date): Promise<boolean>;
  /** The code was right. False when another one was quicker with it. */
  prove(recovery: Recovery, proof: NonNullable<Recovery['proof']>, audit: AuditLine): Promise<boolean>;
  /** The verification question was answered that was recorded at this moment. */
  answered(recovery: Recovery, questionRecordedAt: string): Promise<void>;
}

/** Whose file in the directory has a mail address; it says nothing of logins. */
export interface MailAddressOwners {
  /** The ids of employees, workers and contacts, so many at most. */
  ofAddress(tenantId: string, mailAddress: string, most: number): Promise<{ personIds: string[]; areMore: boolean }>;
}

/** Codes that are stored nowhere: who has the key makes the same one again. */
export interface OneTimeCodes {
  /** 8 digits, by the tenant's key; `of` names what it is for, and is used once */
  make(tenant: Pick<Tenant, 'cursorKey'>, of: string): string;
  isSame(one: string, other: string): boolean;
}
