import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLE_NAME } from '../create-table.ts';
import { HOST, type PortName } from '../ports.ts';
import type { PartName, StackSettings } from './settings.ts';

export const REGION = 'eu-central-1';
export const FILES_BUCKET = 'heraut-files';
const ACCOUNT = '000000000000';
/** Passed on from the caller; everything else a part sees is set here. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG'];

type Addresses = Pick<StackSettings, 'ports' | 'addresses'>;

/** host:port of `target`, as `part` is to see it. */
export function addressFor(settings: Addresses, part: PartName, target: PortName): string {
  return settings.addresses[part]?.[target] ?? `${HOST}:${settings.ports[target]}`;
}

export function queueUrlFor(settings: Addresses, part: PartName, queue: string): string {
  return `http://${addressFor(settings, part, 'queues')}/${ACCOUNT}/${queue}`;
}

/** What every process gets: endpoints by the SDK's own settings, and credentials that open nothing. */
export function environmentOf(
  settings: StackSettings,
  part: PartName,
  more: Record<string, string> = {},
): Record<string, string> {
  const inherited = INHERITED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return {
    ...Object.fromEntries(inherited),
    NO_COLOR: '1',
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_DYNAMODB: `http://${addressFor(settings, part, 'dynamodb')}`,
    AWS_ENDPOINT_URL_SQS: `http://${addressFor(settings, part, 'queues')}`,
    AWS_ENDPOINT_URL_IOT: `http://${addressFor(settings, part, 'iot')}`,
    AWS_ENDPOINT_URL_IOT_DATA_PLANE: `http://${addressFor(settings, part, 'iot')}`,
    AWS_ENDPOINT_URL_S3: `http://${addressFor(settings, part, 'files')}`,
    AWS_ENDPOINT_URL_SESV2: `http://${addressFor(settings, part, 'mail')}`,
    ...more,
    ...settings.environment[part],
  };
}

/** It keeps nobody away here: the functions do with it what they do in AWS. */
export const ORIGIN_SECRET = 'origin-of-one-machine';

/** What a function's own code reads. */
export function functionVariables(
  settings: Addresses & Pick<StackSettings, 'folder'>,
  part: PartName,
): Record<string, string> {
  return {
    TABLE_NAME,
    ORIGIN_HASHES: createHash('sha256').update(ORIGIN_SECRET).digest('hex'),
    SMS_QUEUE_URL: queueUrlFor(settings, part, 'sms'),
    PROVIDER_CALLS_QUEUE_URL: queueUrlFor(settings, part, 'provider-calls'),
    WEBHOOKS_QUEUE_URL: queueUrlFor(settings, part, 'webhooks'),
    MESSAGE_EXPORTS_QUEUE_URL: queueUrlFor(settings, part, 'message-exports'),
    WEBHOOKS_TO_LOOPBACK: 'yes',
    BATCHES_QUEUE_URL: queueUrlFor(settings, part, 'batches'),
    CALLBACK_ORIGIN: `http://${HOST}:${settings.ports.gateway}`,
    WEBSMS_URL: `http://${addressFor(settings, part, 'websms')}`,
    SMSAPI_PL_URL: `http://${addressFor(settings, part, 'smsapi')}`,
    SMSAPI_COM_URL: `http://${addressFor(settings, part, 'smsapi')}`,
    FILES_BUCKET,
    MAIL_CONFIGURATION_SET: 'heraut',
    BOX_POLICY: 'heraut-box',
    BOX_THING_TYPE: 'heraut-box',
    BOX_HOST: HOST,
    BOX_PORT: String(settings.ports.broker),
    BOX_AUTHORITY: readFileSync(join(settings.folder, 'certificates', 'authority.pem'), 'utf8'),
  };
}
