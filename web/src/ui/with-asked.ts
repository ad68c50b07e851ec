export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen, and what the address asks for, also where that is none of it. */
export function withAsked(known: readonly Choice[], asked: string | undefined, label: string): readonly Choice[] {
  const isKnown = asked === undefined || known.some(({ value }) => value === asked);
  return isKnown ? known : [...known, { value: asked, label }];
}
