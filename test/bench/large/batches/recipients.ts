import { numberOf } from '../../../support/batches/worker.ts';

/** Not a mobile number; and nothing at all. */
const REFUSED = ['+31201234567', 'the office'];

/** A file of recipients, and who of them is to get a message. */
export interface Recipients {
  readonly csv: string;
  readonly numbers: readonly string[];
  readonly duplicates: number;
  readonly refused: number;
}

/**
 * So many lines in all: of a hundred about three with a number of an earlier line, and one that is refused.
 *
 * @param random from 0 up to, and without, 1
 */
export function recipientsOf(lines: number, random: () => number): Recipients {
  const numbers: string[] = [];
  const file = ['to'];
  let [duplicates, refused] = [0, 0];
  for (let line = 1; line <= lines; line += 1) {
    const chance = random();
    if (chance < 0.03 && numbers.length > 0) {
      duplicates += 1;
      file.push(String(numbers[Math.floor(random() * numbers.length)]));
    } else if (chance >= 0.99) {
      file.push(String(REFUSED[refused % REFUSED.length]));
      refused += 1;
    } else {
      const number = numberOf(line);
      numbers.push(number);
      file.push(number);
    }
  }
  return { csv: `${file.join('\n')}\n`, numbers, duplicates, refused };
}
