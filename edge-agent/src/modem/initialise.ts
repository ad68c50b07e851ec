import { type Conversation, NoAnswer } from './channel.ts';
import { ask, demand, getInStep } from './command.ts';
import { type Identity, identify } from './identity.ts';
import { LIMITS } from './limits.ts';
import { pause } from './pause.ts';
import { type ModemProfile, profileOf } from './profiles.ts';
import { type Setup, setUpReporting } from './reporting-setup.ts';
import { type SimPin, unlockSim } from './sim-card.ts';

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
  /** AT+CREG=1 was taken */
  readonly tellsRegistration: boolean;
}

/** Brings a modem into the known state; nothing of what was set before is counted on. */
export async function initialise(io: Conversation, sim: SimPin): Promise<Initialised> {
  await getAttention(io);
  await switchOn(io);
  const identity = await identify(io);
  const profile = profileOf(`${identity.manufacturer} ${identity.model}`);
  for (const command of profile.start) await ask(io, command);
  await unlockSim(io, sim, profile);
  const tellsRegistration = (await ask(io, 'AT+CREG=1')).result === 'OK';
  await demand(io, 'AT+CMGF=0');
  await checkServiceCentre(io);
  const setup = await setUpReporting(io, profile);
  await getInStep(io);
  return { identity, profile, setup, tellsRegistration };
}

/** From whatever state a predecessor left the modem in to one in which it answers commands, and numbers its errors. */
export async function getAttention(io: Conversation): Promise<void> {
  // A predecessor may have died at the prompt: whatever is written next would become a message.
  io.write(`${ESCAPE}\r`);
  await pause(io.clock, LIMITS.flush);
  io.discard();
  await probe(io);
  await demand(io, 'ATE0');
  await ask(io, 'ATV1');
  await demand(io, 'AT+CMEE=1');
}

async function probe(io: Conversation): Promise<void> {
  for (let left = PROBES - 1; ; left--) {
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
