/** `granted = available + reserved + consumed`, always. */
export interface Balance {
  readonly granted: number;
  readonly available: number;
  readonly reserved: number;
  readonly consumed: number;
}

/**
 * A part of a wallet. One item of the table takes some 50 transactions a second before they get into each other's way, so a
 * tenant that sends more has its credits on several.
 */
export interface Shard extends Balance {
  readonly shard: number;
  /** how often credits were moved to or from it */
  readonly moves: number;
}

export function balanceOver(shards: readonly Balance[]): Balance {
  const sum = (of: keyof Balance) => shards.reduce((total, shard) => total + shard[of], 0);
  return {
    granted: sum('granted'),
    available: sum('available'),
    reserved: sum('reserved'),
    consumed: sum('consumed'),
  };
}
