import type { Health } from '../../../contract/edge/health.ts';
import { MINUTE } from '../shared/clock.ts';

/** A box that was not heard of for this long is not given messages where another one is. */
export const ALIVE_FOR = 3 * MINUTE;

export type HealthReport = Omit<Health, 'type' | 'journalId' | 'epoch'>;

/** Something that is wrong with a box: since when it is seen, and whether somebody was told. */
export interface Complaint {
  /** ISO 8601 */
  readonly since: string;
  readonly raised: boolean;
}
/** By what is wrong, and with which modem: `no-network:office`. */
export type Complaints = Readonly<Record<string, Complaint>>;

/** What is known of how a box is. */
export interface BoxHealth {
  readonly tenantId: string;
  readonly boxId: string;
  /** when the broker last had something of it, to the minute; ISO 8601 */
  readonly heardAt: string;
  /** absent until the first one has come */
  readonly report?: HealthReport;
  readonly complaints: Complaints;
}

export type BoxKey = Pick<BoxHealth, 'tenantId' | 'boxId'>;

export interface Healths {
  find(box: BoxKey): Promise<BoxHealth | undefined>;
  list(tenantId: string): Promise<BoxHealth[]>;
  /** The broker had something of the box. What is older than what is known changes nothing. */
  heard(box: BoxKey, at: Date): Promise<void>;
  /** The newest report counts: one that is no newer than the one known is dropped. */
  keep(box: BoxKey, report: HealthReport, heardAt: Date): Promise<void>;
  /** Stores them, if nobody has changed them since `known` was read. */
  complain(known: BoxHealth, complaints: Complaints): Promise<void>;
}

/** Whether it was heard of lately. */
export function isAlive(health: BoxHealth | undefined, now: Date): boolean {
  return health !== undefined && Date.parse(health.heardAt) >= now.getTime() - ALIVE_FOR;
}

/** A box may be heard of, by its events, and still not tell how it is: then its last report says nothing of now. */
const isFresh = ({ at }: HealthReport, now: Date) => Date.parse(at) >= now.getTime() - ALIVE_FOR;

/** Whether, as it told lately, one of its modems can send now. Undefined where nothing is known. */
export function canSend(health: BoxHealth | undefined, now: Date): boolean | undefined {
  if (!health?.report || !isAlive(health, now) || !isFresh(health.report, now)) return undefined;
  return health.report.modems.some(({ state, sim, paused }) => state === 'ready' && sim !== 'not-ready' && !paused);
}
