import { permissionNames } from '../../../../contract/permissions.ts';
import type { WantedBatchFields } from '../../../../contract/routes/batches/batches.ts';
import { auditLine } from '../../directory/entries/audit-line.ts';
import type { Actor } from '../../directory/entries/model.ts';
import type { Clock } from '../../shared/clock.ts';
import { DomainError } from '../../shared/domain-error.ts';
import { earlierAnswer } from '../../shared/idempotency.ts';
import type { NewId } from '../../shared/ids.ts';
import type { MessageSender } from '../accept-message.ts';
import { composeForRoutes } from '../compose-for-routes.ts';
import { chosenRoute } from '../providers/chosen-route.ts';
import type { ProviderAccounts } from '../providers/ports.ts';
import { sendAtOf } from '../schedule.ts';
import type { Selections } from '../selections/model.ts';
import type { WriteDependencies } from '../write-message.ts';
import { type Batch, type BatchSource, NO_TALLY } from './model.ts';
import type { Batches, BatchHurry } from './ports.ts';

export interface CreateBatchDependencies extends Pick<WriteDependencies, 'templates'> {
  readonly batches: Pick<Batches, 'add' | 'earlier' | 'find'>;
  readonly selections: Selections;
  readonly accounts: Pick<ProviderAccounts, 'find'>;
  readonly batchHurry: BatchHurry;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly hintLost: (error: unknown) => void;
}

/** Of records that a batch may be filled in from. */
const READING = permissionNames.filter((name) => ['workers:read', 'companies:read', 'employees:read'].includes(name));

/**
 * Makes a batch that is going to be prepared. What is wrong with it whoever its recipients are is said at once. Once for each key.
 *
 * @throws DomainError `invalid-request`, `provider-not-set-up`, `text-too-long`, `sender-name-fixed`, `idempotency-key-reused`, `not-found` where the one
 *   that was made by this key is gone
 */
export async function createBatch(
  dependencies: CreateBatchDependencies,
  sender: MessageSender,
  actor: Actor,
  asked: WantedBatchFields,
  key: string,
): Promise<Batch> {
  const { batches, batchHurry, clock, newId, hintLost } = dependencies;
  const { tenantId, id, by, signature, permissions, pricePer } = sender;
  const { name, uploadId, selectionId, ...wanted } = asked;
  const now = clock.now();
  const batchId = newId('bat');
  const request = { route: 'message-batches', key, asked, answer: { batchId }, now };
  const earlier = earlierAnswer(await batches.earlier(tenantId, request));
  if (earlier) return found(batches, tenantId, earlier.batchId);
  const dueAt = asked.sendAt === undefined ? undefined : sendAtOf(asked.sendAt, now).toISOString();
  await check(dependencies, sender, asked);
  const { source, members } = await sourceOf(dependencies, actor, { uploadId, selectionId });
  const batch: Batch = {
    ...{ tenantId, batchId, state: 'preparing', version: 1, source, pricePer, looks: 0 },
    ...(name !== undefined && { name }),
    ...{ createdAt: now.toISOString(), createdBy: id, createdByName: by },
    ...(signature !== undefined && { signature }),
    wanted: defined({ ...wanted, sendAt: dueAt }),
    mayRead: READING.filter((one) => permissions.has(one)),
    tally: NO_TALLY,
    started: { messages: 0, credits: 0, upTo: 0 },
  };
  const audit = auditLine(newId, actor, batchId, batch.createdAt, { action: 'batch-made' });
  const beside = earlierAnswer(await batches.add(batch, members, request, audit));
  if (beside) return found(batches, tenantId, beside.batchId);
  await batchHurry.push([{ tenantId, batchId }]).catch(hintLost);
  return batch;
}

async function found(batches: Pick<Batches, 'find'>, tenantId: string, batchId: string): Promise<Batch> {
  const batch = await batches.find(tenantId, batchId);
  if (!batch) throw new DomainError('not-found');
  return batch;
}

/** A selection goes with the batch as it is now: what its owner does with it after that changes no batch. */
async function sourceOf(
  dependencies: CreateBatchDependencies,
  actor: Actor,
  { uploadId, selectionId }: Pick<WantedBatchFields, 'uploadId' | 'selectionId'>,
): Promise<{ readonly source: BatchSource; readonly members: readonly (readonly string[])[] }> {
  if (uploadId !== undefined) return { source: { kind: 'upload', uploadId }, members: [] };
  const selection = await dependencies.selections.find(actor.tenantId, actor.id, selectionId ?? '');
  if (!selection || selectionId === undefined)
    throw new DomainError('invalid-request', {
      errors: [{ path: 'selectionId', message: 'There is no {id}', values: { id: selectionId ?? '' } }],
    });
  const members = [...(await dependencies.selections.members(selection)).values()].filter((ids) => ids.length > 0);
  return { source: { kind: 'selection', selectionId, recordKind: selection.kind }, members };
}

async function check(
  { templates, accounts }: CreateBatchDependencies,
  sender: MessageSender,
  { text, templateId, senderName, route }: WantedBatchFields,
): Promise<void> {
  const [template, chosen] = await Promise.all([
    templateId === undefined ? undefined : templates.find(sender.tenantId, templateId),
    chosenRoute({ accounts }, sender.tenantId, { route }),
  ]);
  if (templateId !== undefined && !template)
    throw new DomainError('invalid-request', {
      errors: [{ path: 'templateId', message: 'There is no {id}', values: { id: templateId } }],
    });
  composeForRoutes(sender, chosen ?? sender.routes, { text: text ?? '' }, senderName);
}

/** Without what was not given. */
function defined<T extends object>(of: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
