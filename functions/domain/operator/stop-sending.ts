import type { Hurry, WorkQueue } from '../messaging/ports.ts';
import { sweepAll } from '../messaging/sweep-all.ts';
import type { Clock } from '../shared/clock.ts';
import type { NewId } from '../shared/ids.ts';
import { type Operator, operatorLines } from './acting.ts';
import type { SendingSwitch, Tenants } from './ports.ts';

export interface StopDependencies {
  readonly tenants: Pick<Tenants, 'change'>;
  readonly sending: Pick<SendingSwitch, 'set'>;
  readonly workQueue: Pick<WorkQueue, 'tenants'>;
  readonly hurry: Hurry;
  readonly clock: Clock;
  readonly newId: NewId;
  /** hears of a hint that could not be given; the switch is set, and the next minute's sweep does the rest */
  readonly hintLost: (error: unknown) => void;
}

export interface Wish {
  readonly stopped: boolean;
  readonly reason: string;
}

const ACTION = { true: 'sending-stopped', false: 'sending-lifted' } as const;

/**
 * Stops all sending of an agency, or lifts that. From this write on nothing more is accepted. What works off a lane looks at it anew each second
 * (RULES_COUNT_FOR) before it takes another message, and ends what it has begun; the sweep that is hurried along asks boxes for what they
 * have not sent.
 */
export async function setTenantSending(
  deps: StopDependencies,
  operator: Operator,
  tenantId: string,
  { stopped, reason }: Wish,
): Promise<void> {
  const what = { action: ACTION[`${stopped}`], detail: reason };
  const audit = operatorLines(deps.newId, operator, tenantId, deps.clock.now().toISOString(), what);
  await deps.tenants.change(tenantId, { sendingStopped: stopped }, audit);
  await deps.hurry.push([{ type: 'sweep', tenantId }]).catch(deps.hintLost);
}

/** The same for all agencies; what was stopped for one of them alone stays so. */
export async function setSending(
  deps: StopDependencies,
  operator: Required<Operator>,
  { stopped, reason }: Wish,
): Promise<void> {
  const { sending, clock, newId, hintLost } = deps;
  const at = clock.now().toISOString();
  const { login, requestId, address } = operator;
  const audit = {
    ...{ tenantId: login.tenantId, subjectId: 'sending', auditId: newId('aud'), at, by: login.id },
    ...{ requestId, address, action: ACTION[`${stopped}`], detail: reason },
  };
  await sending.set({ stopped, reason, at }, [audit]);
  await sweepAll(deps).catch(hintLost);
}
