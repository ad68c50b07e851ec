import type { Command } from '../../../contract/edge.ts';
import type { Office } from './office.ts';

type Wish = Command extends infer One ? (One extends Command ? Omit<One, 'commandId' | 'notAfter'> : never) : never;
const TEN_MINUTES = 600_000;

/** A command with an id of its own, to be begun within ten minutes. */
export function commandOf(office: Office, number: number, wish: Wish): Command {
  return { commandId: `cmd_${String(number).padStart(26, '0')}`, notAfter: office.clock.at(TEN_MINUTES), ...wish };
}
