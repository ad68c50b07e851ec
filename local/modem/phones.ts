import type { SubmitRecord } from './submit-record.ts';

/** A message as its phone shows it. */
export interface PhoneMessage {
  readonly number: string;
  /** when its last part arrived */
  readonly at: string;
  readonly parts: number;
  readonly partsArrived: number;
  /** the parts that arrived, in their order */
  readonly text: string;
}

interface Arrival {
  readonly number: string;
  readonly parts: number;
  readonly texts: Map<number, string>;
  at: string;
}

/** What reached the phones, newest first: parts joined by their reference, whatever their order, as a phone does. */
export function phoneMessages(submits: readonly SubmitRecord[]): PhoneMessage[] {
  const arrivals: Arrival[] = [];
  const open = new Map<string, Arrival>();
  for (const { number, reference, outcome, at, text, concatenation } of submits) {
    if (reference === null || outcome === 'failed' || outcome === 'pending') continue;
    const part = concatenation?.part ?? 1;
    const key = concatenation ? [number, concatenation.bits, concatenation.reference, concatenation.parts].join() : '';
    let arrival = concatenation ? open.get(key) : undefined;
    if (!arrival || arrival.texts.has(part)) {
      arrival = { number, parts: concatenation?.parts ?? 1, texts: new Map(), at };
      arrivals.push(arrival);
    }
    if (concatenation) open.set(key, arrival);
    arrival.texts.set(part, text);
    arrival.at = at;
  }
  return arrivals.map(shown).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function shown({ number, parts, texts, at }: Arrival): PhoneMessage {
  const inOrder = [...texts].sort(([a], [b]) => a - b).map(([, text]) => text);
  // Joined first, then made well-formed: a surrogate pair split over two parts is whole again.
  return { number, at, parts, partsArrived: texts.size, text: inOrder.join('').toWellFormed() };
}
