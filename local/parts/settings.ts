import type { FunctionName } from '../../infra/functions.ts';
import type { PortName, Ports } from '../ports.ts';

export type PartName =
  | 'dynamodb'
  | 'queues'
  | 'mail'
  | 'files'
  | 'broker'
  | 'iot'
  | 'modem'
  | 'websms'
  | 'smsapi'
  | 'edge'
  | 'gateway'
  | 'event-sources'
  | 'scheduler'
  | FunctionName;

/** What a part is told instead of another part's own address: host:port, of a proxy in between. */
export type AddressOverrides = Partial<Record<PartName, Partial<Record<PortName, string>>>>;

/** What differs from one stack to the next. */
export interface StackSettings {
  /** all state, logs and pids */
  readonly folder: string;
  readonly ports: Ports;
  readonly addresses: AddressOverrides;
  /** of single parts, on top of what each has */
  readonly environment: Partial<Record<PartName, Readonly<Record<string, string>>>>;
  /** the table in memory: faster, and gone with its process */
  readonly tableInMemory: boolean;
  readonly schedulerMilliseconds: number;
  /** seconds that a queue hides a message while it is worked on; absent: as deployed */
  readonly hiddenSeconds: number | undefined;
  /** TypeScript file of the edge agent */
  readonly edgeProgram: string;
  /** folder of the functions where they are built already; absent: they are built for this stack */
  readonly builtFunctions?: string | undefined;
}
