import type { Mutant } from './mutant.ts';

const SUBMIT_PART = 'edge-agent/src/modem/submit-part.ts';
const MODEM = 'edge-agent/src/modem/modem.ts';
const DRIVER = { project: 'edge', tests: ['test/edge/modem'] } as const;

/** What the driver owes to a text. */
export const DRIVER_MUTANTS: readonly Mutant[] = [
  {
    ...{ name: 'the arming before the text', file: SUBMIT_PART, ...DRIVER },
    from: 'await arm();',
    to: 'arm().catch(() => {});',
  },
  {
    ...{ name: 'the look whether the modem left the prompt', file: SUBMIT_PART, ...DRIVER },
    from: 'const interruption = io.discard().map(errorIn).find(Boolean);',
    to: 'const interruption = errorIn({ kind: "prompt" });',
  },
  {
    ...{ name: 'the doubt about a text without an answer', file: SUBMIT_PART, ...DRIVER },
    from: "outcome: { kind: 'unconfirmed', code: codeOf(error as Error)",
    to: "outcome: { kind: 'not-sent', code: codeOf(error as Error)",
  },
  {
    ...{ name: 'the doubt about an unclear error', file: SUBMIT_PART, ...DRIVER },
    from: "return { outcome: { kind: 'unconfirmed', ...why }, next: 'get-in-step' };",
    to: "return { outcome: { kind: 'not-sent', ...why }, next: 'get-in-step' };",
  },
  {
    ...{ name: 'the ESC to a prompt of before', file: 'edge-agent/src/modem/initialise.ts', ...DRIVER },
    from: 'whatever is written next would become a message.\n  io.write(',
    to: 'whatever is written next would become a message.\n  io.write("\\r");\n  void (',
  },
  {
    ...{ name: 'the wait for the late answer to a text of before', file: MODEM, ...DRIVER },
    from: 'if (options.unansweredBefore) lateAnswer.expect();',
    to: '',
  },
  {
    ...{ name: 'the wait for the late answer after a lost port', file: MODEM, ...DRIVER },
    from: 'if (!closed && !spokenTo.restarted) lateAnswer.expect();',
    to: '',
  },
];
