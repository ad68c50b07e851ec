import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { MqttClient } from 'mqtt';
import { fail, ServiceError, send } from './service-error.ts';

/** https://docs.aws.amazon.com/general/latest/gr/iot-core.html#message-broker-limits */
const PAYLOAD_LIMIT = 128 * 1024;
/** Milliseconds to wait for the broker's acknowledgement. */
const ACKNOWLEDGED_WITHIN = 4_000;
/** Seconds that a message for a box that is away is kept by IoT Core. */
const EXPIRES_AFTER = 3_600;

/**
 * IoT Core's data plane: `POST /topics/{topic}?qos=1`, answered when the broker has acknowledged the message, and
 * `DELETE /connections/{clientId}?cleanSession=true`.
 */
export function dataPlane(
  client: MqttClient,
  disconnect: (clientId: string, cleanSession: boolean) => Promise<void>,
  answerOther: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  return createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, kind, name = ''] = /^\/(topics|connections)\/(.+)$/.exec(pathname) ?? [];
    const what = `${request.method} ${kind}`;
    const done =
      what === 'POST topics'
        ? publish(client, decodeURIComponent(name), searchParams.get('qos') === '1' ? 1 : 0, request)
        : what === 'DELETE connections'
          ? disconnect(decodeURIComponent(name), searchParams.get('cleanSession') === 'true')
          : undefined;
    if (!done) return answerOther(request, response);
    done.then(
      () => send(response, 200, { message: 'OK' }),
      (error: unknown) => fail(response, what, error),
    );
  });
}

async function publish(client: MqttClient, topic: string, qos: 0 | 1, request: IncomingMessage): Promise<void> {
  const payload = await buffer(request);
  if (payload.length > PAYLOAD_LIMIT)
    throw new ServiceError(413, 'RequestEntityTooLargeException', 'The payload is over 128 kB');
  if (!client.connected) throw new ServiceError(503, 'ServiceUnavailableException', 'The broker is not connected');
  const acknowledged = client.publishAsync(topic, payload, {
    qos,
    properties: { messageExpiryInterval: EXPIRES_AFTER },
  });
  const outOfTime = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => outOfTime.reject(new ServiceError(500, 'InternalFailureException', 'The broker did not acknowledge in time')),
    ACKNOWLEDGED_WITHIN,
  );
  try {
    await Promise.race([acknowledged, outOfTime.promise]);
  } finally {
    clearTimeout(timer);
    // if it comes to nothing after the answer was given, that answer was a failure already
    acknowledged.catch(() => {});
  }
}
