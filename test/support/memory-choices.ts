import type { NumberChoice, OptOut } from '../../functions/domain/messaging/choices/model.ts';
import type { NumberChoices } from '../../functions/domain/messaging/choices/ports.ts';

/** What people have said about SMS, in memory, as the table keeps it; the hash of a number is the number. */
export function memoryChoices() {
  const said = new Map<string, NumberChoice>();
  const optOuts = new Map<string, OptOut>();
  const choices: NumberChoices = {
    find: async (_, number) => said.get(number),
    async optOut(optOut) {
      const { numberHash, optOutId, since } = optOut;
      const before = said.get(numberHash) ?? {};
      const isOld = before.liftedAt !== undefined && before.liftedAt > since;
      if (before.optOutId !== undefined || isOld || optOuts.has(optOutId)) return false;
      said.set(numberHash, { ...before, optOutId, optedOutAt: since });
      optOuts.set(optOutId, optOut);
      return true;
    },
    findOptOut: async (_, optOutId) => optOuts.get(optOutId),
    optOuts: async (_, limit) => ({ items: [...optOuts.values()].toReversed().slice(0, limit) }),
    async lift(optOut, lifted) {
      const { optOutId, ...rest } = said.get(optOut.numberHash) ?? {};
      if (optOutId !== optOut.optOutId) return false;
      said.set(optOut.numberHash, { ...rest, liftedAt: lifted.at });
      optOuts.set(optOut.optOutId, { ...optOut, lifted });
      return true;
    },
    async agree(_, number, consent) {
      const { consent: __, ...rest } = said.get(number) ?? {};
      said.set(number, { ...rest, ...(consent && { consent }) });
    },
  };
  return { choices, hashes: { of: async (_: string, number: string) => number } };
}
