import { type IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane';
import { type Downlink, thingName, topics } from '../../../contract/edge.ts';
import type { Box } from '../../domain/messaging/model.ts';
import type { Downlinks } from '../../domain/messaging/ports.ts';
import { unavailable } from '../unavailable.ts';

export class IotDownlinks implements Downlinks {
  readonly #client: IoTDataPlaneClient;

  constructor(client: IoTDataPlaneClient) {
    this.#client = client;
  }

  async send({ tenantId, boxId }: Pick<Box, 'tenantId' | 'boxId'>, message: Downlink): Promise<void> {
    const topic = topics.down(thingName(tenantId, boxId));
    const payload = Buffer.from(JSON.stringify(message));
    await this.#client.send(new PublishCommand({ topic, qos: 1, payload })).catch((error: unknown) => {
      throw unavailable(error) ?? error;
    });
  }
}
