import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { topics } from '../../contract/edge.ts';
import type { BrokerCertificates } from '../certificates.ts';
import { HOST } from '../ports.ts';
import { CLOUD_USER, passwordLine } from './credentials.ts';

/** IoT Core keeps this much for a box that is away; the limit of one message is 128 kB. */
const QUEUED_MESSAGES = 10_000;
const MESSAGE_LIMIT_BYTES = 128 * 1024;

export interface BrokerSettings {
  /** mosquitto's own folder: settings, passwords, and the sessions that outlive it */
  readonly folder: string;
  readonly port: number;
  readonly cloudPort: number;
  readonly certificates: BrokerCertificates;
}

/** Writes mosquitto's settings. The cloud's password is made once and kept. */
export async function configureBroker(settings: BrokerSettings): Promise<{ file: string; cloudPassword: string }> {
  const { folder } = settings;
  await mkdir(folder, { recursive: true });
  const passwordFile = join(folder, 'cloud-password');
  if (!existsSync(passwordFile)) await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  const cloudPassword = await readFile(passwordFile, 'utf8');
  await writeFile(join(folder, 'passwords'), passwordLine(CLOUD_USER, cloudPassword), { mode: 0o600 });
  // %u is the common name of the box's certificate: the thing
  await writeFile(
    join(folder, 'things.acl'),
    `pattern write ${topics.up('%u')}\npattern write ${topics.certificate('%u')}\npattern read ${topics.down('%u')}\n`,
    {
      mode: 0o600,
    },
  );
  await writeFile(join(folder, 'cloud.acl'), `user ${CLOUD_USER}\ntopic readwrite heraut/#\n`, { mode: 0o600 });
  const file = join(folder, 'mosquitto.conf');
  await writeFile(file, configuration(settings));
  return { file, cloudPassword };
}

/**
 * Sessions are kept on disk, but not at each change, which takes mosquitto 80 ms a message. What a kill loses is found again in
 * the ways that the product has for IoT Core, which forgets too.
 */
function configuration({ folder, port, cloudPort, certificates }: BrokerSettings): string {
  return `per_listener_settings true
user ${userInfo().username}
log_dest stdout
log_timestamp false
connection_messages true
persistence true
persistence_location ${folder}/
autosave_interval 5
max_queued_messages ${QUEUED_MESSAGES}
message_size_limit ${MESSAGE_LIMIT_BYTES}
set_tcp_nodelay true

listener ${port} ${HOST}
cafile ${certificates.authority}
crlfile ${certificates.revoked}
certfile ${certificates.certificate}
keyfile ${certificates.privateKey}
tls_version tlsv1.2
require_certificate true
use_identity_as_username true
use_username_as_clientid true
allow_anonymous false
acl_file ${join(folder, 'things.acl')}

listener ${cloudPort} ${HOST}
allow_anonymous false
password_file ${join(folder, 'passwords')}
acl_file ${join(folder, 'cloud.acl')}
`;
}
