/** What comes of a POST that has no Idempotency-Key when it is repeated, as after an answer that was lost. */
export const REPETITIONS = {
  reads: 'It makes nothing.',
  state: 'It brings about a state; a repetition finds it there, or is refused as it is there.',
  proof: 'It uses up what it proves, a code, a token or a challenge: a repetition is refused and makes nothing.',
  renewed:
    'It makes something in place of the one before, which counts no more: after a repetition there is one, the newest.',
  own: 'Each makes one of its own, a session, a code that was asked for, an address for an upload; one that nobody uses ends by itself.',
  named: 'What it makes has a name that can be taken once: a repetition is told that it is taken.',
  told: 'It comes from a provider and is recognised by what it tells of.',
  deliveries: 'It has one event delivered again, which its receiver knows by its id.',
} as const;
export type Repetition = keyof typeof REPETITIONS;
