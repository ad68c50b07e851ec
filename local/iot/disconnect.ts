import type { MqttClient } from 'mqtt';
import { connectToBroker } from './broker-connection.ts';

/** Milliseconds for the broker to let the new client in. */
const PATIENCE = 3_000;

/**
 * Ends a client's connection as IoT Core's DeleteConnection does: another one connects under its id, which ends the first (MQTT 5
 * section 3.1.4), and leaves at once. With `cleanSession` what the broker keeps for it is gone too.
 */
export async function disconnectClient(
  broker: string,
  password: string,
  clientId: string,
  cleanSession: boolean,
): Promise<void> {
  const usurper: MqttClient = connectToBroker(broker, clientId, password, !cleanSession);
  const outOfTime = Promise.withResolvers<never>();
  const timer = setTimeout(() => outOfTime.reject(new Error('The broker did not answer in time')), PATIENCE);
  try {
    await Promise.race([new Promise<void>((resolve) => usurper.once('connect', () => resolve())), outOfTime.promise]);
  } finally {
    clearTimeout(timer);
    await usurper.endAsync(true);
  }
}
