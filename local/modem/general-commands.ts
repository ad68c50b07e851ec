import { type Handler, type Handlers, identity, oneOf, only, setting } from './handlers.ts';
import type { ModemMemory } from './modem-memory.ts';
import type { Profile } from './profiles.ts';
import type { Settings } from './settings.ts';

export interface GeneralActs {
  /** AT+CFUN=1,1: the modem starts anew after its OK */
  readonly reset: () => void;
}

/** Commands of V.250 and 3GPP TS 27.007 for the modem itself. */
export function generalCommands(
  memory: ModemMemory,
  settings: () => Settings,
  profile: () => Profile,
  acts: GeneralActs,
): Handlers {
  const reset: Handler = () => {
    memory.reset();
    return [];
  };
  const functionality = setting(
    '+CFUN',
    [0, 1, 4],
    () => memory.functionality,
    (value) => (memory.functionality = value),
  );
  return {
    E: ({ values }) => {
      memory.echo = oneOf(values[0], [0, 1]) === 1 || profile().echoStays;
      return [];
    },
    V: only([1]),
    Q: only([0]),
    Z: reset,
    '&F': reset,
    '&D': only([0, 1, 2]),
    '&K': only([0, 3]),
    '+CMEE': setting(
      '+CMEE',
      [0, 1, 2],
      () => memory.errorFormat,
      (value) => (memory.errorFormat = value),
    ),
    '+CSCS': ({ kind, values }) => {
      if (kind === 'test') return ['+CSCS: ("GSM")'];
      if (kind === 'read') return ['+CSCS: "GSM"'];
      oneOf<never>(values[0] === 'GSM' ? undefined : values[0], []);
      return [];
    },
    '+CGMI': identity(() => profile().manufacturer),
    '+CGMM': identity(() => profile().model),
    '+CGMR': identity(() => profile().revision),
    '+CGSN': identity(() => settings().imei),
    '+CFUN': (command) => {
      const answer = functionality(command);
      if (command.kind === 'set' && command.values[1] !== undefined && oneOf(command.values[1], [0, 1]) === 1) {
        acts.reset();
      }
      return answer;
    },
  };
}
