import type { SayField } from '../../contract/catalogues/field-messages/index.ts';
import { catalogues, type Language } from '../../contract/catalogues/index.ts';
import type { batchRoutes } from '../../contract/routes/batches/batches.ts';
import type { Principal } from '../domain/access/principal.ts';
import { type AcceptBatchDependencies, acceptBatch } from '../domain/messaging/batches/accept-batch.ts';
import { type CreateBatchDependencies, createBatch } from '../domain/messaging/batches/create-batch.ts';
import { describeBatch, describeRow, type Words } from '../domain/messaging/batches/describe-batch.ts';
import { type EstimateDependencies, estimateBatch } from '../domain/messaging/batches/estimate/estimate-batch.ts';
import { type Batch, isRecipient } from '../domain/messaging/batches/model.ts';
import type { Batches } from '../domain/messaging/batches/ports.ts';
import { messageIdFor } from '../domain/messaging/batches/start-batch.ts';
import { type StopDependencies, stopBatch } from '../domain/messaging/batches/stop-batch.ts';
import { type Names, peopleIn } from '../domain/messaging/people.ts';
import { isSendingStopped } from '../domain/operator/is-stopped.ts';
import { DomainError } from '../domain/shared/domain-error.ts';
import type { DerivedId } from '../domain/shared/ids.ts';
import { actorOf, signatureOf } from './actor.ts';
import type { Handlers } from './api.ts';
import { placesOf } from './cursor.ts';

export interface BatchHandlerDependencies {
  readonly keep: CreateBatchDependencies &
    AcceptBatchDependencies &
    StopDependencies & { readonly batches: Pick<Batches, 'page' | 'counts' | 'rows' | 'messages'> };
  readonly estimate: EstimateDependencies;
  readonly sending: { find(): Promise<{ readonly stopped: boolean }> };
  readonly names: Names;
  readonly derivedId: DerivedId;
  readonly say: SayField;
}

/** Batches of messages: made, estimated, accepted, followed and stopped. */
export function batchHandlers(deps: BatchHandlerDependencies): Handlers<typeof batchRoutes> {
  const { keep, sending, names, derivedId, say } = deps;
  const { batches } = keep;
  const inLanguage = (language: Language): Words => ({
    field: (message, values) => say(language, message, values),
    title: (code) => catalogues[language][code].title,
  });

  async function answer(batch: Batch, { tenant }: Principal, language: Language) {
    const { tenantId, batchId, state, accepted } = batch;
    const [counts, estimate] = await Promise.all([
      accepted && batches.counts(tenantId, batchId),
      state === 'prepared' ? estimateBatch(deps.estimate, batch, tenant.routes) : undefined,
    ]);
    return describeBatch(batch, { counts, estimate }, inLanguage(language));
  }
  async function batchOf(tenantId: string, batchId: string): Promise<Batch> {
    const batch = await batches.find(tenantId, batchId);
    if (!batch) throw new DomainError('not-found');
    return batch;
  }

  return {
    async createMessageBatch(request) {
      const { principal, body, idempotencyKey, language } = request;
      const { tenant, id, name: by, permissions } = principal;
      const sender = { ...tenant, id, by, permissions, signature: signatureOf(principal) };
      const batch = await createBatch(keep, sender, actorOf(request), body, idempotencyKey);
      const headers = { location: `/v1/message-batches/${batch.batchId}` };
      return { body: await answer(batch, principal, language), headers };
    },
    async listMessageBatches({ principal, query: { limit, cursor }, language }) {
      const { tenantId, tenant } = principal;
      const { place: before, more } = placesOf(cursor, tenant.cursorKey);
      const { items, next } = await batches.page(tenantId, limit, before);
      const say = inLanguage(language);
      return {
        body: {
          items: items.map((batch) => describeBatch(batch, {}, say)),
          ...more(next),
        },
      };
    },
    async getMessageBatch({ principal, params: { batchId }, language }) {
      return { body: await answer(await batchOf(principal.tenantId, batchId), principal, language) };
    },
    async acceptMessageBatch(request) {
      const { principal, params, language } = request;
      const { name, tenant } = principal;
      const { walletShards } = tenant;
      const sendingStopped = await isSendingStopped(sending, tenant);
      const accepting = { ...actorOf(request), name, walletShards, sendingStopped };
      return { body: await answer(await acceptBatch(keep, accepting, params.batchId), principal, language) };
    },
    async stopMessageBatch(request) {
      const { principal, params, language } = request;
      return { body: await answer(await stopBatch(keep, actorOf(request), params.batchId), principal, language) };
    },
    async listBatchLines({ principal: { tenantId, tenant }, params, query: { limit, cursor }, language }) {
      const batch = await batchOf(tenantId, params.batchId);
      const { place, more } = placesOf(cursor, tenant.cursorKey);
      const { items, isLast } = await batches.rows(batch, limit, place === undefined ? undefined : Number(place));
      const ids = batch.accepted
        ? items.filter(isRecipient).map(({ line }) => messageIdFor(derivedId, batch, line))
        : [];
      const messages = await batches.messages(tenantId, ids);
      const known = await names.of(tenantId, peopleIn([...messages.values()].map(({ reason }) => reason)));
      const found = { messages, nameOf: (id: string) => known.get(id) };
      const say = inLanguage(language);
      const last = items.at(-1)?.line;
      return {
        body: {
          items: items.map((row) => describeRow(derivedId, batch, row, found, say)),
          ...more(isLast || last === undefined ? undefined : String(last)),
        },
      };
    },
  };
}
