import { HINTS_KEPT, type Lease } from '../../domain/messaging/ports.ts';
import { all, any, atLeast, below, equals, missing } from './condition.ts';
import type { Key, Table } from './table.ts';

/** One process at a time works on what an item stands for. `busy`: another one does, has been left the hints, as many as are kept, and will look once more before it ends. */
export async function takeLease(table: Table, update: Key, lease: Lease): Promise<'leased' | 'busy'> {
  const { owner, from, until, hints } = lease;
  const now = from.toISOString();
  for (;;) {
    const taken = await table.write({
      update,
      change: { set: { leaseOwner: owner, leaseUntil: until.toISOString() }, remove: ['again', 'hints'] },
      condition: any(missing('leaseUntil'), below('leaseUntil', now)),
    });
    if (taken.done) return 'leased';
    const [held = {}] = taken.refused;
    const known = held['hints'] as Set<string> | undefined;
    const kept = hints.slice(0, Math.max(HINTS_KEPT - (known?.size ?? 0), 0));
    // It looks once more anyway, after this moment: nothing to tell it.
    if (held['again'] === true && kept.length === 0) return 'busy';
    const asRead = known ? equals('hints', known) : missing('hints');
    const left = await table.write({
      update,
      change: { set: { again: true }, ...(kept.length > 0 && { add: { hints: new Set(kept) } }) },
      condition: all(atLeast('leaseUntil', now), asRead),
    });
    if (left.done) return 'busy';
  }
}

/** The hints that were left meanwhile: the lease stays, look once more. Undefined when there were none and it is released. */
export async function releaseLease(
  table: Table,
  update: Key,
  { owner }: Pick<Lease, 'owner'>,
): Promise<readonly string[] | undefined> {
  const mine = equals('leaseOwner', owner);
  const released = await table.write({
    update,
    change: { remove: ['leaseOwner', 'leaseUntil'] },
    condition: all(mine, missing('again')),
  });
  let left = released.done ? undefined : released.refused[0];
  // When the lease ran out, somebody else has it now, and looks.
  while (left?.['leaseOwner'] === owner) {
    const hints = left['hints'] as Set<string> | undefined;
    const taken = await table.write({
      update,
      change: { remove: ['again', 'hints'] },
      condition: all(mine, hints ? equals('hints', hints) : missing('hints')),
    });
    if (taken.done) return [...(hints ?? [])];
    left = taken.refused[0];
  }
  return undefined;
}
