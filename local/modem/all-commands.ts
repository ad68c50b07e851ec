import { type GeneralActs, generalCommands } from './general-commands.ts';
import type { Handler, Handlers } from './handlers.ts';
import { type MessageActs, messageCommands } from './message-commands.ts';
import type { ModemMemory } from './modem-memory.ts';
import { type NetworkFacts, networkCommands } from './network-commands.ts';

export type CommandActs = Omit<MessageActs, keyof NetworkFacts> & GeneralActs & { readonly ussd: Handler };

/** Every command that the modem knows, by its name. */
export function allCommands(memory: ModemMemory, facts: NetworkFacts, acts: CommandActs): Handlers {
  return {
    ...generalCommands(memory, facts.settings, facts.profile, acts),
    ...networkCommands(memory, facts),
    ...messageCommands(memory, { ...facts, ...acts }),
    '+CUSD': acts.ussd,
  };
}
