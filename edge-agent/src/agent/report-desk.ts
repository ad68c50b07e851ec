import { comparedDigits } from '../journal/box-state.ts';
import type { Journal } from '../journal/journal.ts';
import type { DeliveryReport } from '../ports.ts';
import type { CloudTime } from './cloud-time.ts';
import type { Log } from './environment.ts';
import { type BySender, partByReference, provenPart, type TimedReport } from './match-report.ts';
import type { Sender } from './sender.ts';
import { createSerial } from './serial.ts';

/**
 * Writes down what delivery reports say; the promise resolves once it is on disk. A report comes to the modem that sent the
 * part, so that two modems may use the same reference.
 */
export function createReportDesk(parts: {
  journal: Journal;
  sender: Sender;
  time: CloudTime;
  log: Log;
}): (modem: string, report: DeliveryReport) => Promise<void> {
  const inTurn = createSerial();
  return async (modem, told) => {
    const { sender, journal, time } = parts;
    const report = timed(told, time);
    // One that the configuration no longer names may have another name now.
    const mayBeBy: BySender = (name) => name === undefined || name === modem || !sender.hasModem(name);
    // A report can overtake the note of the part it speaks of, whose reference is then not known yet.
    const inFlight = sender.inFlight(modem);
    const known = partByReference(journal.state.attemptsTo(report.recipient), report, mayBeBy);
    if (!known && inFlight && comparedDigits(inFlight.to) === comparedDigits(report.recipient)) await inFlight.settled;
    await inTurn(() => write(parts, report, mayBeBy));
  };
}

async function write(
  { journal, time, log }: { journal: Journal; time: CloudTime; log: Log },
  report: TimedReport,
  mayBeBy: BySender,
): Promise<void> {
  const attempts = journal.state.attemptsTo(report.recipient);
  const found = partByReference(attempts, report, mayBeBy) ?? provenPart(attempts, report, mayBeBy);
  if (!found) return log('report-without-a-part', { reference: report.reference, status: report.status });
  const { attemptId, part, state } = found;
  const { status, statusCode, reference } = report;
  if (state.report || (status === 'pending' && state.state === 'submitted')) return;
  const at = endOfSecond(report.at, time).toISOString();
  await journal.append({
    ...{ type: 'reported', attemptId, part, at, reference },
    ...(status !== 'pending' && { report: { status, statusCode, at } }),
  });
  log('part-reported', { attemptId, part, status });
}

/** The present stands in for times that the network left out. Rejected while it is not known, the report comes again. */
function timed(report: DeliveryReport, time: CloudTime): TimedReport {
  const at = report.at ?? new Date(time.now());
  return { ...report, at, submittedAt: report.submittedAt ?? at };
}

/** The network tells whole seconds, so a delivery would seem to come before its sending; the second is over by its end, or now. */
function endOfSecond(told: Date, time: CloudTime): Date {
  const end = told.getTime() + 999;
  return new Date(time.known ? Math.min(end, time.now()) : end);
}
