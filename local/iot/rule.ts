import { setTimeout as pause } from 'node:timers/promises';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { MqttClient } from 'mqtt';
import { parseThingName } from '../../contract/edge.ts';

/** Milliseconds between two tries to give a message to the queue. */
const TRY_AGAIN = 500;

export interface Rule {
  readonly client: MqttClient;
  readonly sqs: SQSClient;
  /** with `+` in the place of the box */
  readonly topic: string;
  readonly queueUrl: string;
}

/**
 * An IoT rule of the contract (RULE_SQL, CERTIFICATE_RULE_SQL) with a queue as its action. The broker is told that a message
 * arrived only when the queue has it, and the session outlives this process.
 */
export function runRule(
  { client, sqs, topic, queueUrl }: Rule,
  onUplink: (thing: string, payload: Buffer) => void,
): void {
  client.handleMessage = (packet, done) => {
    // the broker lets each box write to the topic of its own name alone, so that the topic tells the client's id
    const thing = packet.topic.split('/')[1] ?? '';
    const payload = Buffer.from(packet.payload);
    forward(sqs, queueUrl, thing, payload).then(
      () => {
        onUplink(thing, payload);
        done();
      },
      (error: Error) => done(error),
    );
  };
  client.on('connect', ({ sessionPresent }) => {
    if (!sessionPresent) client.subscribe(topic, { qos: 1 }, (error) => error && console.error('rule:', error.message));
  });
}

async function forward(sqs: SQSClient, queueUrl: string, thing: string, payload: Buffer): Promise<void> {
  parseThingName(thing);
  const MessageBody = JSON.stringify({ thing, heardAt: Date.now(), payload: payload.toString('base64') });
  for (;;) {
    try {
      await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
      return;
    } catch (error) {
      console.error(
        'rule: the queue did not take a message, trying again:',
        error instanceof Error ? error.message : error,
      );
      await pause(TRY_AGAIN);
    }
  }
}
