import type { Job } from '../../../contract/jobs.ts';
import { isUnanswered, publishAgain } from './hand-over.ts';
import { type RefillDependencies, refillBox } from './refill-box.ts';
import { sweepTenant } from './sweep-tenant.ts';

/** Does what a hint from the queue asks for. Doing it twice does no harm, and a hint that is out of date does nothing. */
export async function dispatch(dependencies: RefillDependencies, job: Job): Promise<void> {
  const { boxes, messages } = dependencies;
  switch (job.type) {
    case 'sweep':
      return sweepTenant(dependencies, job.tenantId);
    case 'refill': {
      const box = await boxes.find(job.tenantId, job.boxId);
      if (box) await refillBox(dependencies, box);
      return;
    }
    case 'message': {
      const message = await messages.find(job.tenantId, job.messageId);
      if (!message) return;
      const all = await boxes.list(job.tenantId);
      if (message.state === 'accepted') for (const box of all) await refillBox(dependencies, box, [message.messageId]);
      // This hint came again because its first bearer died: perhaps between the claim and the publishing.
      const holder = all.find(({ boxId }) => boxId === message.handover?.boxId);
      if (holder && isUnanswered(message)) await publishAgain(dependencies, holder, [message]);
    }
  }
}
