/** The budgets that a bench missed, each in a few words; none where it has no budget. */
export type Misses = readonly string[];
