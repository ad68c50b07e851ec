import { CommandError } from './error-line.ts';
import { type Handler, type Handlers, identity, setting } from './handlers.ts';
import type { ModemMemory } from './modem-memory.ts';
import type { Profile } from './profiles.ts';
import type { Registration, Settings } from './settings.ts';
import type { Sim } from './sim.ts';

export interface NetworkFacts {
  readonly settings: () => Settings;
  readonly profile: () => Profile;
  readonly sim: () => Sim;
  /** as the SIM, AT+CFUN and the network make it */
  readonly registration: () => Registration;
}

/** Commands of 3GPP TS 27.007 for the SIM and the network. */
export function networkCommands(memory: ModemMemory, facts: NetworkFacts): Handlers {
  const { settings, profile, sim, registration } = facts;
  const whenReady = (handler: Handler): Handler => {
    return (command) => {
      sim().need();
      return handler(command);
    };
  };
  const registered = (name: '+CREG' | '+CEREG'): Handler => {
    const reports = setting(
      name,
      [0, 1, 2],
      () => memory.registrationReports[name],
      (value) => (memory.registrationReports[name] = value),
    );
    return (command) => {
      if (name === '+CEREG' && !profile().eps) throw new CommandError();
      return command.kind === 'read'
        ? [`${name}: ${memory.registrationReports[name]},${registration()}`]
        : reports(command);
    };
  };
  return {
    '+CIMI': whenReady(identity(() => settings().imsi)),
    '+CPIN': ({ kind, values }) => {
      if (kind === 'set') sim().unlock(values[0], values[1]);
      if (kind !== 'read') return [];
      const { status } = sim();
      if (status === 'absent' || status === 'busy' || status === 'blocked') sim().need();
      return [`+CPIN: ${status}`];
    },
    // 3GPP TS 27.007 section 8.65: how many tries are left.
    '+CPINR': () => [`+CPINR: SIM PIN,${sim().pinTries},3`, `+CPINR: SIM PUK,${sim().pukTries},10`],
    '+CREG': registered('+CREG'),
    '+CEREG': registered('+CEREG'),
    '+COPS': ({ kind }) => {
      if (kind !== 'read') return [];
      const known = registration() === 1 || registration() === 5;
      return [known ? `+COPS: 0,0,"${settings().operator}"` : '+COPS: 0'];
    },
    '+CSQ': () => [`+CSQ: ${settings().signal},99`],
  };
}
