import { type Conversation, NoAnswer } from './channel.ts';
import { ask, demand, getInStep } from './command.ts';
import { type Identity, identify } from './identity.ts';
import { LIMITS } from './limits.ts';
import { pause } from './pause.ts';
import { type ModemProfile, profileOf } from './profiles.ts';
import { type Setup, setUpReporting } from './reporting-setup.ts';
import { type SimPin, unlockSim } from './sim-card.ts';
import type { RegistrationDomain } from './unsolicited.ts';

const ESCAPE = '\x1b';
const PROBES = 3;
const FULL_FUNCTIONALITY = '1';

/** A setting of the modem keeps it from sending; the message says which. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

export interface Initialised {
  readonly identity: Identity;
  readonly profile: ModemProfile;
  readonly setup: Setup;
  /** AT+CREG=1, AT+CEREG=1 was taken */
  readonly registrations: readonly RegistrationDomain[];
}

const REGISTRATIONS = ['CREG', 'CEREG'] as const;

/**
 * Brings a modem into the known state; nothing of what was set before is counted on.
 * @param softReset the modem answers and could not be made ready several times: it is restarted first
 */
export async function initialise(io: Conversation, sim: SimPin, softReset: boolean): Promise<Initialised> {
  await approach(io);
  if (softReset) await restart(io);
  await switchOn(io);
  const identity = await identify(io);
  const profile = profileFor(identity);
  for (const command of profile.start) await ask(io, command);
  await unlockSim(io, sim, profile);
  const registrations: RegistrationDomain[] = [];
  for (const domain of REGISTRATIONS) {
    if ((await ask(io, `AT+${domain}=1`)).result === 'OK') registrations.push(domain);
  }
  await demand(io, 'AT+CMGF=0');
  await checkServiceCentre(io);
  const setup = await setUpReporting(io, profile);
  await getInStep(io);
  return { identity, profile, setup, registrations };
}

function profileFor({ manufacturer, model }: Identity): ModemProfile {
  return profileOf(`${manufacturer} ${model}`);
}

/** From whatever a predecessor left behind to a modem that answers commands and numbers its errors. */
export async function approach(io: Conversation): Promise<void> {
  // A predecessor may have died at the prompt: whatever is written next would become a message.
  io.write(`${ESCAPE}\r`);
  await pause(io.clock, LIMITS.flush);
  io.discard();
  await probe(io, PROBES);
  await demand(io, 'ATE0');
  await ask(io, 'ATV1');
  await demand(io, 'AT+CMEE=1');
}

async function restart(io: Conversation): Promise<void> {
  await ask(io, profileFor(await identify(io)).softReset);
  await pause(io.clock, LIMITS.reset);
  io.discard();
  await probe(io, LIMITS.restart / LIMITS.probe);
  await approach(io);
}

async function probe(io: Conversation, tries: number): Promise<void> {
  for (let left = tries - 1; ; left--) {
    try {
      await demand(io, 'AT', { timeoutMs: LIMITS.probe });
      return;
    } catch (error) {
      if (!(error instanceof NoAnswer) || left === 0) throw error;
    }
  }
}

async function switchOn(io: Conversation): Promise<void> {
  const { result, information } = await ask(io, 'AT+CFUN?', { expect: '+CFUN' });
  if (result === 'OK' && information[0] !== FULL_FUNCTIONALITY) await demand(io, `AT+CFUN=${FULL_FUNCTIONALITY}`);
}

async function checkServiceCentre(io: Conversation): Promise<void> {
  const { result, information } = await ask(io, 'AT+CSCA?', { expect: '+CSCA' });
  if (result === 'OK' && information[0]?.startsWith('""')) {
    throw new SetupError('the SIM card has no service centre: set the number that its operator gives (AT+CSCA)');
  }
}
