import type { Downlink } from '../../contract/edge.ts';
import type { CallJob, Job } from '../../contract/jobs.ts';
import type { TroubleName } from '../../contract/troubles.ts';
import type { Balance } from '../../functions/domain/credits/model.ts';
import type { HealthReport } from '../../functions/domain/edge/health.ts';
import { stepOfRepeated } from '../../functions/domain/messaging/at-least-once.ts';
import type { QuietHours } from '../../functions/domain/messaging/departure/quiet-hours.ts';
import { costOf, hasPassed, purseOf } from '../../functions/domain/messaging/life.ts';
import { attemptNumber, type Box, type Message, routeOf } from '../../functions/domain/messaging/model.ts';
import type { Messages, RulesNow, Step } from '../../functions/domain/messaging/ports.ts';
import { memoryAccounts } from './memory-accounts.ts';
import { memoryBoxTable, memoryCommands, memoryHealths } from './memory-boxes.ts';
import { memoryChoices } from './memory-choices.ts';
import { memoryInbound } from './memory-inbound.ts';
import { type MessageRow, memoryWorkQueue } from './memory-work-queue.ts';
import { newId } from './messages.ts';

/** A cloud in memory for one tenant: the ports of the messaging domain, as the table keeps them. */
export function memoryMessaging(tenantId: string, granted = 100) {
  const rows = new Map<string, MessageRow>();
  const requests = new Map<string, { asked: string; answer: object }>();
  const wallet = { granted, available: granted, reserved: 0, consumed: 0 } satisfies Balance;
  const healths = memoryHealths();
  const sent: { boxId: string; message: Downlink }[] = [];
  const jobs: Job[] = [];
  const callJobs: CallJob[] = [];
  const troubles: string[] = [];
  const stoppedBatches = new Set<string>();
  let rules: RulesNow = { isStopped: false };
  let now = new Date('2026-11-21T10:00:00.000Z');

  const current = ({ messageId, state, dueAt, rewrites, handover, call, withdrawal }: Message) => {
    const row = rows.get(messageId);
    const same =
      row?.message.state === state &&
      (state !== 'scheduled' || (row.message.dueAt === dueAt && row.message.rewrites === rewrites)) &&
      attemptNumber(row.message) === ((handover ?? call)?.attempt ?? 0) &&
      (state !== 'calling' || row.message.call?.looks === call?.looks) &&
      row.message.withdrawal?.to === withdrawal?.to;
    return same ? row : undefined;
  };
  const messages: Messages = {
    async accept(message, request) {
      const { route, key, asked, answer } = request;
      const earlier = await messages.earlier(tenantId, request);
      if (earlier) return earlier as never;
      if (wallet.available < message.credits) return 'insufficient-credit';
      wallet.available -= message.credits;
      wallet.reserved += message.credits;
      requests.set(`${route} ${key}`, { asked: JSON.stringify(asked), answer });
      rows.set(message.messageId, { message });
      return { kind: 'first' };
    },
    async claim(_, { route, key, asked, answer }) {
      const row = requests.get(`${route} ${key}`);
      if (row && row.asked !== JSON.stringify(asked)) return { kind: 'reused' };
      requests.set(`${route} ${key}`, { asked: JSON.stringify(asked), answer });
      return row ? { kind: 'repeated', answer } : { kind: 'first' };
    },
    async earlier(_, { route, key, asked }) {
      const row = requests.get(`${route} ${key}`);
      if (!row) return undefined;
      return row.asked === JSON.stringify(asked)
        ? { kind: 'repeated', answer: row.answer as never }
        : { kind: 'reused' };
    },
    find: async (tenant, messageId) => (tenant === tenantId ? rows.get(messageId)?.message : undefined),
    async step(message, wanted: Step) {
      const { to, at, detail, by, partsSubmitted, handover, call, providerId, lookAt } = stepOfRepeated(
        message,
        wanted,
      );
      const row = current(message);
      if (!row) return false;
      const [from, into] = [purseOf(message.state), purseOf(to)];
      const kept = into === 'consumed' && from !== into ? costOf(message, partsSubmitted) : message.credits;
      wallet[from] -= message.credits;
      wallet[into] += kept;
      wallet.available += message.credits - kept;
      const said = detail ?? by;
      const entry = { event: to, at: at.toISOString(), ...(said !== undefined && { detail: said }) };
      const { withdrawal: _, reason: __, heldUntil: ___, ...before } = row.message;
      row.message = {
        ...before,
        state: to,
        credits: kept,
        timeline:
          to === 'calling' && hasPassed(row.message.timeline, to)
            ? row.message.timeline
            : [...row.message.timeline, entry],
        ...(detail !== undefined && { reason: detail }),
        ...(partsSubmitted !== undefined && { partsSubmitted }),
        ...(handover && { handover }),
        ...(call && { call }),
        ...(providerId !== undefined && { providerId }),
      };
      if (handover) row.message = without(row.message, 'call');
      if (call) row.message = without(row.message, 'handover');
      if (lookAt) row.lookAt = lookAt.toISOString();
      else delete row.lookAt;
      return true;
    },
    async withdraw(message, withdrawal, at, entry) {
      const row = current(message);
      if (!row?.message.handover) return false;
      row.lookAt = at.toISOString();
      const timeline = entry ? [...row.message.timeline, entry] : row.message.timeline;
      row.message = { ...row.message, withdrawal, timeline, handover: { ...row.message.handover, looks: 0 } };
      return true;
    },
    async returnToLane(message, at) {
      const row = current(message);
      if (!row) return false;
      const { withdrawal, ...rest } = row.message;
      const { reason } = withdrawal ?? {};
      const entry = {
        event: 'accepted' as const,
        at: at.toISOString(),
        ...(reason !== undefined && { detail: reason }),
      };
      row.message = {
        ...rest,
        state: 'accepted',
        ...(reason !== undefined && { reason }),
        timeline: [...rest.timeline, entry],
      };
      return true;
    },
    async repeat(message, at, detail) {
      const row = current(message);
      if (!row) return false;
      const { repeatsLeft = 0, timeline } = row.message;
      const entry = { event: 'accepted' as const, at: at.toISOString(), detail };
      row.message = {
        ...{ ...row.message, state: 'accepted', repeatsLeft: repeatsLeft - 1, reason: detail },
        timeline: [...timeline, entry],
      };
      delete row.lookAt;
      return true;
    },
    async enterLane(message, at) {
      const row = current(message);
      if (!row) return false;
      const { heldUntil: _, reason: __, ...rest } = row.message;
      const entry = { event: 'accepted' as const, at: at.toISOString() };
      const timeline = rest.state === 'scheduled' ? [...rest.timeline, entry] : rest.timeline;
      row.message = { ...rest, state: 'accepted', timeline };
      return true;
    },
    async hold(message, until, entry) {
      const row = current(message);
      if (!row) return false;
      const timeline = [...row.message.timeline, entry];
      row.message = {
        ...{ ...row.message, heldUntil: until.toISOString(), timeline },
        ...(entry.detail !== undefined && { reason: entry.detail }),
      };
      return true;
    },
    async reschedule(message, dueAt, expiresAt, entry) {
      const row = current(message);
      if (!row) return false;
      const timeline = [...row.message.timeline, entry];
      const due = { dueAt: dueAt.toISOString(), expiresAt: expiresAt.toISOString() };
      row.message = { ...row.message, ...due, timeline };
      return true;
    },
    async rewrite(message, next, entry) {
      const row = current(message);
      if (!row) return 'changed';
      const more = next.credits - message.credits;
      if (more > wallet.available) return 'insufficient-credit';
      wallet.available -= more;
      wallet.reserved += more;
      row.message = { ...next, timeline: [...row.message.timeline, entry] };
      return 'done';
    },
    async putBack(message, { routes, at, detail, dueAt }) {
      const row = current(message);
      if (!row) return false;
      const { withdrawal: _, ...rest } = row.message;
      const moves = routeOf({ routes }) !== routeOf(rest);
      const said = detail !== undefined && { detail };
      const entry = { event: 'accepted' as const, at: at.toISOString(), ...said };
      const timeline = moves ? [...rest.timeline, entry] : rest.timeline;
      row.message = { ...rest, routes, state: 'accepted', ...(detail !== undefined && { reason: detail }), timeline };
      if (dueAt) row.lookAt = dueAt.toISOString();
      else delete row.lookAt;
      return true;
    },
    async registered({ messageId }) {
      const row = rows.get(messageId);
      if (row) row.message = { ...row.message, eventRegistered: true };
    },
    async note({ messageId }, entry) {
      const row = rows.get(messageId);
      if (row) row.message = { ...row.message, timeline: [...row.message.timeline, entry] };
    },
    async lookAgain(message, lookAt) {
      const row = current(message);
      const { handover, call } = row?.message ?? {};
      if (!row || (!handover && !call)) return false;
      row.lookAt = lookAt.toISOString();
      row.message = {
        ...row.message,
        ...(handover && { handover: { ...handover, looks: handover.looks + 1 } }),
        ...(call && { call: { ...call, looks: call.looks + 1 } }),
      };
      return true;
    },
  };
  const workQueue = memoryWorkQueue(tenantId, rows);
  const boxes = memoryBoxTable();

  return {
    tenantId,
    messages,
    /** nobody's name is known */
    names: { of: async () => new Map<string, string>() },
    inbound: memoryInbound(),
    healths,
    /** its newest report, and that it was heard of now */
    tellHealth: ({ boxId }: Box, report: HealthReport) =>
      void healths.rows.set(boxId, {
        ...{ tenantId, boxId, heardAt: now.toISOString(), complaints: {} },
        report: { ...report, at: now.toISOString() },
      }),
    workQueue,
    boxes,
    accounts: memoryAccounts(),
    callHurry: { push: async (more: readonly CallJob[]) => void callJobs.push(...more) },
    callJobs,
    commands: memoryCommands(),
    downlinks: { send: async ({ boxId }: { boxId: string }, message: Downlink) => void sent.push({ boxId, message }) },
    codes: { make: async (tenant: string, codeOf: string) => `code of ${tenant} ${codeOf}` },
    hurry: { push: async (more: readonly Job[]) => void jobs.push(...more) },
    ...memoryChoices(),
    /** of one number, whole: it has no pages */
    lists: {
      read: async (_: string, { to }: { readonly to: string }) => ({
        items: [...rows.values()].map(({ message }) => message).filter((message) => message.to === to),
      }),
    },
    batchStops: { isStopped: async (_: string, batchId: string) => stoppedBatches.has(batchId) },
    stoppedBatches,
    sendingRules: { find: async () => rules },
    trouble: (what: TroubleName) => void troubles.push(what),
    troubles,
    stop: (isStopped: boolean) => {
      rules = { ...rules, isStopped };
    },
    /** the agency's quiet hours from now on; undefined: none */
    setQuietHours: (quietHours?: QuietHours) => {
      rules = { isStopped: rules.isStopped, ...(quietHours && { quietHours }) };
    },
    clock: { now: () => now },
    newId,
    wallet,
    sent,
    jobs,
    addBox: (box: Box) => boxes.put(box),
    putMessage(message: Message) {
      wallet.available -= message.credits;
      wallet[purseOf(message.state)] += message.credits;
      rows.set(message.messageId, { message });
      return message;
    },
    setNow: (moment: string | Date) => {
      now = new Date(moment);
    },
    /** ids of the attempts given to a box so far, repetitions included */
    revokedFor: (boxId: string) =>
      sent.flatMap(({ boxId: to, message }) =>
        to === boxId && message.type === 'revoke' ? message.attempts.map(({ attemptId }) => attemptId) : [],
      ),
    attemptsFor: (boxId: string) =>
      sent.flatMap(({ boxId: to, message }) =>
        to === boxId && message.type === 'attempts' ? message.attempts.map(({ attemptId }) => attemptId) : [],
      ),
  };
}

function without(message: Message, name: 'call' | 'handover'): Message {
  const { [name]: _, ...rest } = message;
  return rest;
}
