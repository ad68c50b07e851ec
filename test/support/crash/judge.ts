import type { EdgeEvent } from '../../../contract/edge.ts';
import { smsText } from '../../../contract/sms-text.ts';

/** A part in the modem's own log. */
export interface SentPart {
  /** from 1 */
  readonly part: number;
  readonly text: string;
}

export interface Message {
  readonly text: string;
  /** its revoke comes before it, in each life */
  readonly overtaken?: true;
}

/** What became of a message whose box ended in the middle, perhaps several times. */
export interface Outcome extends Message {
  /** in the order the cloud heard of them */
  readonly events: readonly EdgeEvent['type'][];
  readonly sent: readonly SentPart[];
  /** the steps of each life of the agent: `after append submitting of part 1` */
  readonly lives: readonly (readonly string[])[];
}

/** By what a record outlives the end: the page cache outlives a killed process, and only what is synced a power cut. */
export type Outlives = 'append' | 'sync';

/**
 * What is wrong. The modem's own log is the judge: each part went out once at most, letter by letter. Only a part may be
 * missing, and only of such a one `unconfirmed` be said, whose life ended between its record `submitting` and the record of
 * its answer. All else is delivered; what was revoked first never goes out.
 */
export function violations({ text, overtaken, events, sent, lives }: Outcome, outlives: Outlives): string[] {
  if (overtaken)
    return [...sent.map(() => 'it went out, though it was revoked before'), ...unlike(events, ['revoked'])];
  const { parts } = smsText(text);
  const doubtful = lives.flatMap((passed) => inDoubt(passed, outlives));
  const times = (part: number) => sent.filter((one) => one.part === part).length;
  const numbers = parts.map((_, index) => index + 1);
  const missing = numbers.filter((part) => times(part) === 0);
  const wrong = [
    ...numbers.filter((part) => times(part) > 1).map((part) => `part ${part} went out ${times(part)} times`),
    ...sent.filter(({ part, text }) => parts[part - 1] !== text).map(({ part }) => `part ${part} has another text`),
    ...missing.filter((part) => !doubtful.includes(part)).map((part) => `part ${part} is lost without a doubt`),
  ];
  // A delivery report proves what went out; where it came before the other parts were sent, nobody heard of the doubt.
  const told = events.filter((event) => event !== 'unconfirmed' || doubtful.length === 0 || missing.length > 0);
  const wanted = missing.length > 0 ? ['received', 'unconfirmed'] : ['received', 'submitted', 'delivered'];
  return [...wrong, ...unlike(told, wanted)];
}

function unlike(told: readonly string[], wanted: readonly string[]): string[] {
  return told.join() === wanted.join() ? [] : [`the cloud heard ${told.join(', ')} instead of ${wanted.join(', ')}`];
}

/** Parts that a life gave to the modem, or was about to, without a sure record of the answer. */
function inDoubt(passed: readonly string[], outlives: Outlives): number[] {
  const answered = partsOf(passed, `after ${outlives} submitted`);
  // At its last step a life ended, so an act that was only before it never began.
  const begun = partsOf(passed.slice(0, -1), 'before append submitting');
  return begun.filter((part) => !answered.includes(part));
}

function partsOf(passed: readonly string[], step: string): number[] {
  const named = passed.filter((name) => name.startsWith(`${step} of part `));
  return named.map((name) => Number(name.slice(name.lastIndexOf(' '))));
}

/**
 * Nothing more can become of it: the cloud has acknowledged its end, and the agent has joined, looked after its modem once and is in
 * the middle of nothing. @param sent parts in the modem's log
 */
export function isOver({ text, overtaken }: Message, sent: number, lives: Outcome['lives']): boolean {
  const passed = lives.at(-1) ?? [];
  const end = sent < smsText(text).parts.length ? 'unconfirmed' : 'delivered';
  return (
    wasAcknowledged(lives, overtaken ? 'revoked' : end) &&
    (!overtaken || passed.includes('after take attempts')) &&
    passed.includes('after publish ready') &&
    passed.includes('after read OK to AT+COPS?') &&
    passed.filter((step) => step.startsWith('before')).length * 2 === passed.length
  );
}

/** The record may have been cut off after that. */
function wasAcknowledged(lives: Outcome['lives'], end: EdgeEvent['type']): boolean {
  return lives.some((passed) => passed.includes(`before append acknowledged ${end}`));
}
