import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { JsonLines } from './json-lines.ts';
import type { Outcome, Refusal, Settings } from './settings.ts';
import { encodeStatusReport } from './status-report-pdu.ts';
import type { SubmitPdu } from './submit-pdu.ts';
import type { ReportRecord, SubmitRecord } from './submit-record.ts';

/** TP-ST: received; validity period expired; congestion, still trying. */
const STATUS: Readonly<Record<Exclude<Outcome, 'none'>, number>> = { delivered: 0x00, failed: 0x46, pending: 0x20 };

export interface Report {
  readonly submitId: number;
  /** in hexadecimal, without the service centre's address */
  readonly tpdu: string;
}

export interface NetworkOptions {
  readonly stateFolder: string;
  readonly settings: () => Settings;
  readonly now: () => Date;
  /** network time, minutes east of UTC */
  readonly zoneMinutes: number;
  readonly onReport: (report: Report) => void;
}

/** The mobile network behind the modem: it takes texts, logs them, and reports on them. Its memory is its state folder. */
export class Network {
  readonly #options: NetworkOptions;
  readonly #submits: JsonLines<SubmitRecord>;
  readonly #reports: JsonLines<ReportRecord>;
  readonly #timers = new Set<NodeJS.Timeout>();
  #taken: number;
  #lastReference: number;

  constructor(options: NetworkOptions) {
    mkdirSync(options.stateFolder, { recursive: true });
    this.#options = options;
    this.#submits = new JsonLines(join(options.stateFolder, 'submits.jsonl'));
    this.#reports = new JsonLines(join(options.stateFolder, 'reports.jsonl'));
    this.#taken = this.#submits.rows.filter(({ reference }) => reference !== null).length;
    this.#lastReference = this.#submits.rows.findLast(({ reference }) => reference !== null)?.reference ?? -1;
    const reported = new Set(this.#reports.rows.map(({ submitId }) => submitId));
    for (const submit of this.#submits.rows) if (!reported.has(submit.id)) this.#scheduleReport(submit);
  }

  /** texts that the network took, and that it refused */
  counts(): { readonly taken: number; readonly refused: number } {
    return { taken: this.#taken, refused: this.#submits.rows.length - this.#taken };
  }

  /** TP-MR counts from 0 again. */
  restartReferences(): void {
    this.#lastReference = -1;
  }

  submits(): readonly SubmitRecord[] {
    return this.#submits.rows;
  }

  /** delivery reports that are still to be made */
  reportsToCome(): number {
    return this.#timers.size;
  }

  /** Takes a text, or refuses it. It is in the log, on disk, when this returns. */
  submit(pdu: SubmitPdu, hex: string, refusal: Refusal | undefined): SubmitRecord {
    const taken = refusal === undefined || refusal.sent === true;
    const { outcome, numbers } = this.#options.settings();
    const record: SubmitRecord = {
      id: this.#submits.rows.length + 1,
      at: this.#options.now().toISOString(),
      number: pdu.number,
      reference: taken ? this.#nextReference() : null,
      error: refusal?.error ?? null,
      reportRequested: pdu.reportRequested,
      outcome: numbers[pdu.number]?.outcome ?? outcome,
      concatenation: pdu.userData.concatenation,
      alphabet: pdu.userData.alphabet,
      text: pdu.userData.text,
      pdu: hex,
    };
    this.#submits.append(record);
    this.#scheduleReport(record);
    return record;
  }

  /** The modem has passed the report on. Until then a restart brings it again. */
  reportPassedOn(report: Report): void {
    this.#reports.append({ submitId: report.submitId, at: this.#options.now().toISOString() });
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#submits.close();
    this.#reports.close();
  }

  #nextReference(): number {
    this.#taken += 1;
    this.#lastReference = (this.#lastReference + 1) & 0xff;
    return this.#lastReference;
  }

  #scheduleReport(submit: SubmitRecord): void {
    const { id, reference, reportRequested, outcome } = submit;
    if (reference === null || !reportRequested || outcome === 'none') return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      const now = this.#options.now();
      const recipient = this.#reportedNumber(submit.number);
      const times = { submittedAt: new Date(submit.at), dischargedAt: now };
      const report = { reference, recipient, ...times, status: STATUS[outcome] };
      this.#options.onReport({ submitId: id, tpdu: encodeStatusReport(report, this.#options.zoneMinutes) });
    }, this.#options.settings().reportDelayMs);
    this.#timers.add(timer);
  }

  #reportedNumber(number: string): string {
    const { nationalReports } = this.#options.settings();
    return nationalReports !== '' && number.startsWith(nationalReports)
      ? `0${number.slice(nationalReports.length)}`
      : number;
  }
}
