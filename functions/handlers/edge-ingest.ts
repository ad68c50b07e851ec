import { parseThingName, readUplink, ruleMessage, type Uplink } from '../../contract/edge.ts';
import type { TroubleName } from '../../contract/troubles.ts';
import { edgeIngest } from '../compose/edge-ingest.ts';
import { noteHeard, takeHealth } from '../domain/edge/take-health.ts';
import { applyEdgeEvents } from '../domain/messaging/apply-edge-events.ts';
import { answerHello, confirmReady } from '../domain/messaging/greet-box.ts';
import type { Box } from '../domain/messaging/model.ts';
import { queueConsumer } from '../events/queue-consumer.ts';

const { ingest, log } = edgeIngest();

/** The queue `edge-events`: what boxes say, each uplink by itself. */
export const handler = queueConsumer(
  log,
  (body) => ({ content: ruleMessage.parse(JSON.parse(body)) }),
  async ([{ thing, heardAt, payload }]) => {
    // Which box it is comes from the broker's check of its certificate, never from the payload.
    const { tenantId, boxId } = parseThingName(thing);
    const box = await ingest.boxes.find(tenantId, boxId);
    if (!box) return log.error('unknown box' satisfies TroubleName, { tenantId, boxId });
    const { said, unreadable } = readUplink(JSON.parse(Buffer.from(payload, 'base64').toString()));
    if (unreadable > 0) ingest.trouble('edge event unreadable', { tenantId, boxId });
    await apply(box, said, new Date(heardAt));
    if (said.type !== 'health' && box.removedAt === undefined) await noteHeard(ingest, box, new Date(heardAt));
  },
);

function apply(box: Box, said: Uplink, heardAt: Date): Promise<void> {
  // What became of its messages is still worth knowing.
  if (box.removedAt !== undefined && said.type !== 'events') return Promise.resolve();
  switch (said.type) {
    case 'hello':
      return answerHello(ingest, box, said, heardAt);
    case 'ready':
      return confirmReady(ingest, box, said);
    case 'health':
      return takeHealth(ingest, box, said, heardAt);
    case 'events':
      return applyEdgeEvents(ingest, box, said.journalId, said.events);
  }
}
