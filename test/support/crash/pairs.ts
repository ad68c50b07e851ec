import { randomInt } from 'node:crypto';
import { seededRandom, shuffled } from './random.ts';

/** HERAUT_SEED runs the same pairs again. */
const seed = Number(process.env['HERAUT_SEED'] ?? randomInt(2 ** 32));
/** HERAUT_PAIRS is how many of them are tried, or `all`. */
const wanted = process.env['HERAUT_PAIRS'];

export interface Pairs {
  readonly random: () => number;
  /** the number of pairs in a sample, or undefined for all */
  readonly sample: number | undefined;
  /** so many of these, by chance */
  chosen<T>(all: readonly T[]): readonly T[];
}

/** @param usual how many pairs are tried if nobody asks for another number */
export function choosePairs(usual: number): Pairs {
  const sample = wanted === 'all' ? undefined : Number(wanted ?? usual);
  if (Number.isNaN(sample)) throw new Error('HERAUT_PAIRS is a number, or all');
  console.log(
    `${sample ?? 'all'} pairs, the seed is ${seed}: HERAUT_SEED=${seed} HERAUT_PAIRS=${wanted ?? usual} ` +
      'npm run test:crash:pairs runs the same again',
  );
  const random = seededRandom(seed);
  return { random, sample, chosen: (all) => (sample === undefined ? all : shuffled(all, random).slice(0, sample)) };
}
