import { ulid } from 'ulid';
import type { BatchJob, CallJob, Job } from '../../contract/jobs.ts';
import type { TroubleName } from '../../contract/troubles.ts';
import { dynamoDbClient, iotClient, sesClient, sqsClient } from '../adapters/clients.ts';
import { MailMarkRepository } from '../adapters/dynamodb/mail-mark-repository.ts';
import { conflictPause } from '../adapters/dynamodb/retry.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { IotDownlinks } from '../adapters/iot/downlinks.ts';
import { S3FileLinks } from '../adapters/s3/links.ts';
import { SesMailer } from '../adapters/ses/mailer.ts';
import { SqsHurry } from '../adapters/sqs/hurry.ts';
import { guardedMailer } from '../domain/mail/guarded-mailer.ts';
import type { Trouble } from '../domain/messaging/ports.ts';
import type { Clock } from '../domain/shared/clock.ts';
import type { NewId } from '../domain/shared/ids.ts';
import { createLog, errorFields } from '../http/log.ts';

/** Here adapters meet ports. One file says what one function is made of; this one has what several share. */

export const clock: Clock = { now: () => new Date() };
export const newId: NewId = (prefix) => `${prefix}_${ulid(clock.now().getTime())}`;
export const log = createLog((line) => process.stdout.write(`${line}\n`), clock.now);

/** A setting of the function; without it the function does not start. */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`set ${name} in the environment of this function`);
  return value;
}

export const pause = (round: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, conflictPause(round, Math.random())));
export const table = () => new Table({ client: dynamoDbClient(), tableName: setting('TABLE_NAME'), pause });
export const hurry = () => new SqsHurry<Job>(sqsClient(), setting('SMS_QUEUE_URL'));
export const callHurry = () => new SqsHurry<CallJob>(sqsClient(), setting('PROVIDER_CALLS_QUEUE_URL'));
export const batchHurry = () => new SqsHurry<BatchJob>(sqsClient(), setting('BATCHES_QUEUE_URL'));
export const fileLinks = () => {
  const endpoint = process.env['AWS_ENDPOINT_URL_S3']; // as the SDK itself reads it
  return new S3FileLinks({ name: setting('FILES_BUCKET'), region: setting('AWS_REGION'), endpoint }, clock);
};
export const dataPlane = () => iotClient(process.env['IOT_ENDPOINT']);
export const downlinks = () => new IotDownlinks(dataPlane());

export const hintLost = (error: unknown) => log.error('hint lost' satisfies TroubleName, errorFields(error));
export const trouble: Trouble = (what, where, error) =>
  log.error(what, { ...where, ...(error !== undefined && errorFields(error)) });

export const mailerOn = (one: Table) =>
  guardedMailer(new SesMailer(sesClient(), setting('MAIL_CONFIGURATION_SET')), new MailMarkRepository(one));
export const mailFailed = (error: unknown) => log.error('mail not taken' satisfies TroubleName, errorFields(error));
export const mailGivenUp = (where: { readonly tenantId: string }) =>
  log.error('mail given up' satisfies TroubleName, where);
export const sessionsLeft = (error: unknown) =>
  log.error('sessions not removed' satisfies TroubleName, errorFields(error));

export const guessedAt = (where: { tenantId: string }) => log.info('account guessed at' satisfies TroubleName, where);
