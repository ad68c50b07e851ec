import mqtt, { type MqttClient } from 'mqtt';
import { CLOUD_USER } from '../broker/credentials.ts';

/** Seconds that the broker keeps a session whose client is away: longer than any restart here. */
const SESSION_SECONDS = 7 * 86_400;

/** @param address host:port of the broker's listener for the cloud */
export function connectToBroker(address: string, clientId: string, password: string, keepSession: boolean): MqttClient {
  const client = mqtt.connect(`mqtt://${address}`, {
    protocolVersion: 5,
    clientId,
    username: CLOUD_USER,
    password,
    clean: !keepSession,
    properties: keepSession ? { sessionExpiryInterval: SESSION_SECONDS } : {},
    reconnectPeriod: 500,
    connectTimeout: 5_000,
    keepalive: 10,
    // what can't be published now is refused, not kept: the caller decides
    queueQoSZero: false,
  });
  client.on('connect', () => console.log(`${clientId}: connected to the broker`));
  client.on('close', () => console.log(`${clientId}: not connected to the broker`));
  client.on('error', (error) => console.error(`${clientId}:`, error.message));
  return client;
}
