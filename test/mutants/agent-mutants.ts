import type { Mutant } from './mutant.ts';

const INTAKE = 'edge-agent/src/agent/intake.ts';
const HANDSHAKE = 'edge-agent/src/agent/handshake.ts';
const GIVE_PART = 'edge-agent/src/agent/give-part.ts';
const BOX_STATE = 'edge-agent/src/journal/box-state.ts';
const AGENT = { project: 'unit', tests: ['test/unit/edge-agent/agent'] } as const;
const REVOKES = { project: 'crash', tests: ['test/crash/power'], title: 'overtaken|revoked' } as const;

/** What the agent owes to the cloud, and between the journal and the modem. */
export const AGENT_MUTANTS: readonly Mutant[] = [
  {
    ...{ name: 'the tombstone in a new segment', file: BOX_STATE, ...REVOKES },
    from: '...this.#tombstones.records(),',
    to: '',
  },
  {
    ...{ name: 'the tombstone of an attempt that has not come', file: BOX_STATE, ...AGENT },
    from: "if (!attempt && record.type === 'revoked') return this.#tombstones.put(record);",
    to: "if (!attempt && record.type === 'revoked') return new Tombstones().put(record);",
  },
  {
    ...{ name: 'the tombstone on disk', file: 'edge-agent/src/agent/take-revoke.ts', ...REVOKES },
    from: 'await journal.append(...records.values());',
    to: 'for (const record of records.values()) outbox.tell([{ type: "revoked", attemptId: (record as { attemptId: string }).attemptId, at }]);',
  },
  {
    ...{ name: 'the look at a revoke when the modem is ready', file: GIVE_PART, ...AGENT },
    from: "if (journal.state.attempt(attemptId)?.revoked) throw new Withdrawn('it was revoked');",
    to: '',
  },
  {
    ...{ name: 'the epoch on disk', file: BOX_STATE, ...AGENT },
    from: "{ type: 'journal', journalId, epoch,",
    to: "{ type: 'journal', journalId, epoch: 0,",
  },
  {
    ...{ name: 'the epoch of attempts', file: INTAKE, ...AGENT },
    from: ' || message.epoch !== epoch)',
    to: ')',
  },
  {
    ...{ name: "the journal's id of attempts", file: INTAKE, ...AGENT },
    from: 'message.journalId !== journalId || ',
    to: '',
  },
  {
    ...{ name: 'the quarantine', file: HANDSHAKE, ...AGENT },
    from: 'this.#quarantined = true;',
    to: '',
  },
  {
    ...{ name: 'the answer to hello before anything is sent', file: 'edge-agent/src/agent/agent.ts', ...AGENT },
    from: 'maySend: () => handshake.joined',
    to: 'maySend: () => time.known || time.set(new Date(clock.now()).toISOString(), clock.monotonic()) === undefined',
  },
  {
    ...{ name: 'the wait for attempts of before to be given again', file: 'edge-agent/src/agent/sender.ts', ...AGENT },
    from: 'this.#queue = queue;',
    to: 'this.#queue = queue;\n    for (const { attemptId } of parts.journal.state.openAttempts()) queue.add(attemptId);',
  },
  {
    ...{ name: 'the wait for the note before the text', file: GIVE_PART, ...AGENT },
    from: "await journal.append({ type: 'submitting'",
    to: "void journal.append({ type: 'submitting'",
  },
  {
    ...{ name: 'notAfter when the modem is ready', file: GIVE_PART, ...AGENT },
    from: "if (Date.parse(notAfter) <= time.now()) throw new Withdrawn('notAfter has passed');",
    to: '',
  },
  {
    ...{ name: 'one arming a part', file: GIVE_PART, ...AGENT },
    from: 'if (armed) throw new Error',
    to: 'if (!armed && !attemptId) throw new Error',
  },
  {
    ...{ name: 'the doubt about a driver that fails', file: GIVE_PART, ...AGENT },
    from: "? 'unconfirmed' : 'not-sent'",
    to: "? 'not-sent' : 'not-sent'",
  },
  {
    ...{ name: 'the disk before the word to the broker', file: INTAKE, ...AGENT },
    from: 'return (payload) => inTurn(() => take(parts, payload));',
    to: 'return async (payload) => void inTurn(() => take(parts, payload));',
  },
  {
    ...{ name: 'the knowledge of a repeated attempt', file: INTAKE, ...AGENT },
    from: 'if (known) outbox.tell(known);\n    else',
    to: 'if (known) outbox.tell(known);',
  },
  {
    ...{ name: 'the refusal of what may have been forgotten', file: INTAKE, ...AGENT },
    from: 'if (told || journal.state.hasEnded(attemptId) || journal.state.mayHaveForgotten(attempt.notAfter)) {',
    to: 'if (told) {',
  },
  {
    ...{ name: 'the refusal of what it had told of and no longer knows', file: INTAKE, ...AGENT },
    from: 'if (told || journal.state.hasEnded(attemptId)',
    to: 'if (journal.state.hasEnded(attemptId)',
  },
  {
    ...{ name: "the cloud's word before an event is forgotten", file: 'edge-agent/src/agent/outbox.ts', ...AGENT },
    from: 'await this.#send(events);',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source code
    to: '{ await this.#send(events); await this.acknowledged(events.map((e: any) => `${e.attemptId}:${e.type}`)); }',
  },
  {
    ...{
      name: 'the single message that a late report may prove',
      file: 'edge-agent/src/agent/match-report.ts',
      ...AGENT,
    },
    from: '.size === 1 ?',
    to: '.size >= 1 ?',
  },
];
