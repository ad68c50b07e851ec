import type { WrongNumbers } from './model.ts';
import type { BatchRefusalTexts } from './texts/index.ts';

/** The mail about the wrong numbers of a batch: how many, and in which lines. Its results say what is wrong with each. */
export function wrongNumbersMail(
  texts: BatchRefusalTexts,
  { by, batch, count, named }: WrongNumbers,
  { agency, moment }: { readonly agency: string; readonly moment: string },
): { readonly subject: string; readonly paragraphs: readonly string[] } {
  return {
    subject: texts.subject(agency),
    paragraphs: [
      texts.wrong({ by, batch, moment, count }),
      texts.lines(named.join(', '), count - named.length),
      texts.results,
    ],
  };
}
