import type { AnsweredEvent, Command } from '../../../contract/edge.ts';
import type { CloudTime } from '../agent/cloud-time.ts';
import type { Log } from '../agent/environment.ts';
import { createSerial } from '../agent/serial.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalRecord } from '../journal/records.ts';
import { type ReadCommand, readCommand } from './read-command.ts';
import { type CommandEnvironment, type Done, runCommand } from './run-command.ts';

export interface CommandDeskParts extends Omit<CommandEnvironment, 'paused'> {
  readonly journal: Journal;
  readonly time: CloudTime;
  readonly log: Log;
  /** the cloud knows this journal, and its time is known here */
  readonly joined: () => boolean;
  /** tells the cloud again what it has not heard */
  readonly tell: (events: readonly AnsweredEvent[]) => void;
  /** called once modems are paused or resumed */
  readonly onPaused: () => void;
  /** called when the journal can't be written */
  readonly fail: (error: Error) => void;
}

type Answer = Pick<AnsweredEvent, 'outcome' | 'text'>;

/** Takes what the cloud asks the box to do, and answers it. Each command is done once at most. */
export class CommandDesk {
  readonly #parts: CommandDeskParts;
  /** of each modem: a reset and a USSD code never meet; and of what is paused, which follows from what was paused before */
  readonly #inTurn = new Map<string | undefined, ReturnType<typeof createSerial>>();

  constructor(parts: CommandDeskParts) {
    this.#parts = parts;
  }

  /** Resolves once it is on disk; it is answered later, by an event. */
  async take({ journalId, command: given }: { journalId: string; command: unknown }): Promise<void> {
    const { journal, log, time, joined, tell, fail } = this.#parts;
    const read = readCommand(given);
    if (!read) return log('command-not-understood');
    const { commandId, kind, notAfter } = read;
    if (!joined() || journalId !== journal.state.journalId)
      return log('command-not-taken', { commandId, joined: joined(), journalId });
    if (journal.state.commands.has(commandId)) {
      const answer = journal.state.commands.answerTo(commandId);
      return tell(answer ? [answer] : []);
    }
    const refusal = this.#refusal(read);
    if (refusal !== undefined) return this.#answer(read, { outcome: 'refused', text: refusal });
    if (!('command' in read)) return;
    await journal.append({ type: 'command-taken', commandId, notAfter, at: time.stamp() });
    log('command-taken', { commandId, kind });
    this.#begin(read, read.command).catch(fail);
  }

  /** Why it is not begun at all. */
  #refusal(read: ReadCommand): string | undefined {
    if ('unreadable' in read) return read.unreadable;
    const names = this.#parts.modems.map(({ name }) => name);
    const { command } = read;
    if ('modem' in command && command.modem !== undefined && !names.includes(command.modem))
      return `there is no modem ${command.modem} here, only: ${names.join(', ')}`;
    return this.#isLate(read) ? 'it came too late' : undefined;
  }

  #isLate({ notAfter }: Pick<ReadCommand, 'notAfter'>): boolean {
    return Date.parse(notAfter) <= this.#parts.time.now();
  }

  async #begin(read: ReadCommand, command: Command): Promise<void> {
    if (command.kind === 'read-log') return this.#run(read, command);
    const turn = command.kind === 'reset-modem' || command.kind === 'ussd' ? command.modem : undefined;
    const inTurn = this.#inTurn.get(turn) ?? createSerial();
    this.#inTurn.set(turn, inTurn);
    return inTurn(() => this.#run(read, command));
  }

  async #run(read: ReadCommand, command: Command): Promise<void> {
    const { journal, onPaused } = this.#parts;
    if (this.#isLate(read))
      return this.#answer(read, { outcome: 'refused', text: 'its time was over before its turn came' });
    const paused = () => journal.state.commands.paused;
    const { records = [], ...answer } = await runCommand({ ...this.#parts, paused }, command).then(
      ({ text, records }: Done) => ({ outcome: 'done' as const, ...(text !== undefined && { text }), records }),
      (error: Error) => ({ outcome: 'failed' as const, text: error.message, records: undefined }),
    );
    await this.#answer(read, answer, records);
    if (records.length > 0) onPaused();
  }

  async #answer(
    { commandId, kind, notAfter }: ReadCommand,
    answer: Answer,
    records: readonly JournalRecord[] = [],
  ): Promise<void> {
    const { journal, time, log } = this.#parts;
    const event: AnsweredEvent = { type: 'answered', commandId, at: time.stamp(), ...answer };
    await journal.append(...records, { type: 'command-answered', commandId, notAfter, event });
    log('command-answered', { commandId, kind: kind.slice(0, 64), outcome: answer.outcome });
  }
}
