import type { AttemptState, PartState } from '../journal/records.ts';
import type { DeliveryReport } from '../ports.ts';

/** A report with its times, which a few networks leave out. */
export type TimedReport = Required<DeliveryReport>;

/** Whether a part that was given to this modem may be meant; undefined: an earlier version did not write which it was. */
export type BySender = (modem: string | undefined) => boolean;

/**
 * Which part a delivery report speaks of. The reference (TP-MR) is one byte and wraps, so the number and the time that
 * the network took the part (TP-SCTS) have to fit too.
 */
export interface ReportedPart {
  readonly attemptId: string;
  /** from 1 */
  readonly part: number;
  readonly state: PartState;
}

/** Networks that stamp their local time as UTC are 1 to 3 hours off in Europe. */
const CLOCK_TOLERANCE_MS = 3 * 3600 * 1000;
/** How far a report's time may lie from the time that an unconfirmed part was given to the modem. */
const PROOF_BEFORE_MS = 60 * 1000;
const PROOF_AFTER_MS = 10 * 60 * 1000;

/** The part with the report's reference whose time is nearest; of two as near, the newer one. */
export function partByReference(
  attemptsToNumber: readonly AttemptState[],
  report: TimedReport,
  mayBeBy: BySender,
): ReportedPart | undefined {
  return partsIn(attemptsToNumber, mayBeBy)
    .filter(({ state }) => state.state === 'submitted' && state.reference === report.reference)
    .map((part) => ({ part, distance: Math.abs(offset(part, report)), at: Date.parse(part.state.submittingAt ?? '') }))
    .filter(({ distance }) => distance <= CLOCK_TOLERANCE_MS)
    .sort((a, b) => a.distance - b.distance || b.at - a.at)[0]?.part;
}

/**
 * The unconfirmed part that a report without a known reference proves: there must be one message alone that it can
 * speak of. Of several unconfirmed parts of that message any will do, as their texts belong together.
 */
export function provenPart(
  attemptsToNumber: readonly AttemptState[],
  report: TimedReport,
  mayBeBy: BySender,
): ReportedPart | undefined {
  const candidates = partsIn(attemptsToNumber, mayBeBy).filter((part) => {
    const after = offset(part, report);
    return part.state.state === 'unconfirmed' && after >= -PROOF_BEFORE_MS && after <= PROOF_AFTER_MS;
  });
  return new Set(candidates.map(({ attemptId }) => attemptId)).size === 1 ? candidates[0] : undefined;
}

/** Milliseconds from the giving to the modem to the network's stamp; NaN, which fits nothing, if it was never given. */
function offset({ state }: ReportedPart, report: TimedReport): number {
  return report.submittedAt.getTime() - Date.parse(state.submittingAt ?? '');
}

function partsIn(attempts: readonly AttemptState[], mayBeBy: BySender): ReportedPart[] {
  return attempts.flatMap(({ attemptId, parts }) =>
    parts.map((state, index) => ({ attemptId, part: index + 1, state })).filter(({ state }) => mayBeBy(state.modem)),
  );
}
