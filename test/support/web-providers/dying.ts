/** What a dead process does: nothing. */
export class Death extends Error {
  override readonly name = 'Death';
}

/** A process that dies before or after its n-th act; from then on each of its acts comes to nothing. */
export function dying(step: number, when: 'before' | 'after') {
  let acts = 0;
  let isDead = false;
  const die = () => {
    isDead = true;
    throw new Death();
  };
  return {
    acts: () => acts,
    /** The same thing, each of whose methods is an act of the process. */
    of<T extends object>(thing: T): T {
      return new Proxy(thing, {
        get(target, name) {
          const method = Reflect.get(target, name);
          if (typeof method !== 'function') return method;
          return async (...given: unknown[]) => {
            if (isDead) throw new Death();
            const act = acts;
            acts += 1;
            if (act === step && when === 'before') die();
            const result = await Reflect.apply(method, target, given);
            if (act === step && when === 'after') die();
            return result;
          };
        },
      });
    },
  };
}
