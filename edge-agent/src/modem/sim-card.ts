import type { Conversation } from './channel.ts';
import { ask } from './command.ts';
import { errorText } from './final-result.ts';
import { LIMITS } from './limits.ts';
import { pause } from './pause.ts';
import type { ModemProfile } from './profiles.ts';

/** The SIM card cannot be used until a person acts; the message says how. */
export class SimError extends Error {
  override readonly name = 'SimError';
}

/** A PIN. A refused one is never offered again in the life of the process: three wrong ones lock the card. */
export interface SimPin {
  readonly pin: string | undefined;
  state: 'unused' | 'accepted' | 'refused';
}

export function simPin(pin: string | undefined): SimPin {
  if (pin !== undefined && !/^\d{4,8}$/.test(pin)) throw new SimError('the PIN of the SIM card must be 4 to 8 digits');
  return { pin, state: 'unused' };
}

/** +CME ERROR: 14 (SIM busy); +CMS ERROR: 515 (please wait) */
const BUSY = [14, 515];

/** Resolves once the SIM card is ready; gives it the PIN if it asks for one. Throws SimError. */
export async function unlockSim(io: Conversation, sim: SimPin, { pinWithoutOk }: ModemProfile): Promise<void> {
  using limit = io.limit(LIMITS.simReady, 'AT+CPIN');
  for (;;) {
    const { result, information } = await ask(io, 'AT+CPIN?', { expect: '+CPIN', okMayMiss: pinWithoutOk });
    const state = result === 'OK' ? information[0] : undefined;
    if (state === 'READY') {
      sim.state = 'unused';
      return;
    }
    if (state === 'SIM PIN' && sim.state === 'unused') {
      await offerPin(io, sim);
      continue;
    }
    const starting =
      state === 'SIM PIN' ? sim.state === 'accepted' : result !== 'OK' && BUSY.includes(result.code ?? -1);
    if (!starting || limit.passed) throw new SimError(whatToDo(state, result === 'OK' ? '' : errorText(result)));
    await pause(io.clock, LIMITS.simPoll);
  }
}

async function offerPin(io: Conversation, sim: SimPin): Promise<void> {
  if (sim.pin === undefined) throw new SimError('the SIM card asks for a PIN: set it in the settings of this box');
  // Until the modem says otherwise: an answer that never comes must not cost another try.
  sim.state = 'refused';
  if ((await ask(io, `AT+CPIN="${sim.pin}"`)).result === 'OK') sim.state = 'accepted';
}

function whatToDo(state: string | undefined, error: string): string {
  if (state === 'SIM PIN')
    return 'the SIM card refused the PIN, which is not tried again: set the right one and restart';
  if (state?.includes('PUK')) return 'the SIM card is locked: unlock it with its PUK in a phone';
  return `the SIM card is not ready (${state ?? error}): check that it is in place`;
}
