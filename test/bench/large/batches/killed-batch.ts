import { derivedId } from '../../../../functions/adapters/crypto/derived-id.ts';
import { isRecipient } from '../../../../functions/domain/messaging/batches/model.ts';
import { messageIdFor } from '../../../../functions/domain/messaging/batches/start-batch.ts';
import { batchesOn } from '../../../support/batches/worker.ts';
import { bringMessage } from '../../../support/brought-message.ts';
import type { Installation, LargeAgency } from '../installation.ts';
import type { Death } from './death.ts';
import type { Looks } from './looks.ts';
import { startWorker } from './made-batch.ts';

/** So many processes at most would each come to the end of one stage without a death. */
const LIVES = 12;
/** That leave their lane after each death while others are still put there. */
const SENT_AT_ONCE = 5;

export interface Killing {
  readonly installation: Installation;
  readonly agency: LargeAgency;
  readonly looks: Looks;
  /** from 0 up to, and without, 1 */
  readonly random: () => number;
}

/** A batch whose workers die. */
export class KilledBatch {
  readonly #killing: Killing;
  readonly batchId: string;
  deaths = 0;
  /** lines whose message has left its lane */
  readonly #sent = new Set<number>();

  constructor(killing: Killing, batchId: string) {
    this.#killing = killing;
    this.batchId = batchId;
  }

  get sent(): number {
    return this.#sent.size;
  }

  /**
   * One process after the other works on it, until nothing is left to do, or until no more than so many have to be put into their lanes.
   *
   * @param writes of the whole stage, about
   * @returns what the API says then
   */
  async workOff(writes: number, untilUnstarted = -1) {
    const { installation, agency, looks } = this.#killing;
    const job = { tenantId: agency.tenantId, batchId: this.batchId };
    for (;;) {
      const worker = await startWorker(installation, { ...job, death: this.#death(writes) });
      const end = await worker.end;
      if (end === 'killed') this.deaths += 1;
      const shown = await looks.look(this.batchId);
      if (end === 'done' || shown.progress?.unstarted <= untilUnstarted) return shown;
      if (shown.state === 'starting') await this.#sendSome();
    }
  }

  #death(writes: number): Death {
    const { random } = this.#killing;
    const most = Math.max(4, Math.ceil((2 * writes) / LIVES));
    return { write: 1 + Math.floor(random() * most), when: random() < 0.5 ? 'before' : 'after' };
  }

  /** What has gone on its way before a death stays where it is. */
  async #sendSome(): Promise<void> {
    const { installation, agency } = this.#killing;
    const batches = batchesOn(installation.table);
    const batch = await batches.find(agency.tenantId, this.batchId);
    if (!batch) throw new Error('the batch is gone');
    const { items } = await batches.rows(batch, 2 * SENT_AT_ONCE, Math.max(0, ...this.#sent));
    const there = items.filter((row) => isRecipient(row) && row.line <= batch.started.upTo).slice(0, SENT_AT_ONCE);
    for (const { line } of there) {
      await bringMessage(installation.table, agency.tenantId, messageIdFor(derivedId, batch, line), 'submitted');
      this.#sent.add(line);
    }
  }
}
