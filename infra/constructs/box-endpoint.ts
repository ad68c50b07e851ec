import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';

/** Of MQTT over TLS (AWS IoT Core Developer Guide, "Protocols, port mappings, and authentication"). */
export const MQTT_PORT = 8883;

/**
 * Who signs for an endpoint of iot:Data-ATS (AWS IoT Core Developer Guide, "Server authentication"), in PEM; from the authorities that
 * Node.js itself trusts.
 */
export const AMAZON_ROOT_CA = rootNamed('CN=Amazon Root CA 1');

/** The IoT policy of every box, and the type of their things. */
export const boxKind = (deployment: string) => `${deployment}-box`;

function rootNamed(commonName: string): string {
  const found = rootCertificates.find((pem) => new X509Certificate(pem).subject.split('\n').includes(commonName));
  if (!found) throw new Error(`Node.js ${process.version} does not know ${commonName}`);
  return found;
}
