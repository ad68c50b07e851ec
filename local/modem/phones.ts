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
  last: SubmitRecord;
}

/** What reached the phones, newest first: parts joined by their reference, whatever their order, as a phone does. */
export function phoneMessages(submits: readonly SubmitRecord[]): PhoneMessage[] {
  const arrivals: Arrival[] = [];
  const open = new Map<string, Arrival>();
  for (const submit of submits) {
    const { number, reference, outcome, text, concatenation } = submit;
    if (reference === null || outcome === 'failed' || outcome === 'pending') continue;
    const part = concatenation?.part ?? 1;
    const key = concatenation ? [number, concatenation.bits, concatenation.reference, concatenation.parts].join() : '';
    let arrival = concatenation ? open.get(key) : undefined;
    if (!arrival || arrival.texts.has(part)) {
      arrival = { number, parts: concatenation?.parts ?? 1, texts: new Map(), last: submit };
      arrivals.push(arrival);
    }
    if (concatenation) open.set(key, arrival);
    arrival.texts.set(part, text);
    arrival.last = submit;
  }
  return arrivals.sort((a, b) => b.last.id - a.last.id).map(shown);
}

function shown({ number, parts, texts, last }: Arrival): PhoneMessage {
  const inOrder = [...texts].sort(([a], [b]) => a - b).map(([, text]) => text);
  // Joined first, then made well-formed: a surrogate pair split over two parts is whole again.
  return { number, at: last.at, parts, partsArrived: texts.size, text: inOrder.join('').toWellFormed() };
}
