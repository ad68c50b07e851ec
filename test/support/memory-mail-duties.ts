import type { MailDuties, MailDuty } from '../../functions/domain/mail/duties/model.ts';

/** Mails that are to be made, in memory, as the table keeps them. */
export function memoryMailDuties(tenantId: string) {
  const rows = new Map<string, MailDuty & { readonly at: string }>();
  const done = new Set<string>();
  const asked: string[] = [];
  let steps = 0;
  const asRead = ({ item, mark }: Pick<MailDuty, 'item' | 'mark'>) =>
    !done.has(item) && rows.get(item)?.mark === mark && (rows.get(item) ?? { tenantId, item, tries: 0 });
  const step = (duty: MailDuty, at: Date) => {
    steps += 1;
    const next = { ...duty, mark: `step ${steps}`, at: at.toISOString() };
    rows.set(duty.item, next);
    return next;
  };
  const duties: MailDuties = {
    async claim(duty, until) {
      const now = asRead(duty);
      return now ? step({ ...now, tries: now.tries + 1 }, until) : undefined;
    },
    async end(held) {
      if (asRead(held)) done.add(held.item);
    },
    async putOff(held, until) {
      if (asRead(held)) step(held, until);
    },
    due: async (_, before, limit) =>
      [...rows.values()]
        .filter(({ item, at }) => !done.has(item) && at < before.toISOString())
        .sort((one, other) => (one.at < other.at ? -1 : 1))
        .slice(0, limit),
    async ask(duty, next) {
      const now = asRead(duty);
      if (!now) return;
      step(now, next);
      asked.push(duty.item);
    },
  };
  return {
    ...{ duties, asked },
    /** As a stream tells of it now. */
    told: (item: string): MailDuty => rows.get(item) ?? { tenantId, item, tries: 0 },
    isDone: (item: string) => done.has(item),
  };
}
