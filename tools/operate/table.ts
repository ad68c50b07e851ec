import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { en } from '../../contract/catalogues/en.ts';
import { fieldMessages } from '../../contract/catalogues/field-messages/index.ts';
import { conflictPause } from '../../functions/adapters/dynamodb/retry.ts';
import { Table } from '../../functions/adapters/dynamodb/table.ts';
import { DomainError } from '../../functions/domain/shared/domain-error.ts';
import type { NewId } from '../../functions/domain/shared/ids.ts';
import { TABLE_NAME } from '../../local/create-table.ts';
import { DEFAULT_PORTS, HOST, portSetting } from '../../local/ports.ts';

/** Options of every command of the operator. */
export const TABLE_OPTIONS = {
  /** of a deployment: its name; absent: the local stack */
  table: { type: 'string' },
  region: { type: 'string' },
} as const;

export const clock = { now: () => new Date() };
export const newId: NewId = (prefix) => `${prefix}_${ulid()}`;

/** The table of a deployment, by the credentials at hand, or that of the local stack. */
export function tableOf({ table, region }: { table?: string | undefined; region?: string | undefined }): Table {
  if (table !== undefined && region === undefined)
    throw new Error('Give the region of the table too: --region eu-central-1');
  const local = {
    endpoint: `http://${HOST}:${process.env[portSetting('dynamodb')] || DEFAULT_PORTS.dynamodb}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const client = new DynamoDBClient(region === undefined ? local : { region });
  return new Table({ client, tableName: table ?? TABLE_NAME, pause: waitOut });
}

const waitOut = (round: number) => setTimeout(conflictPause(round, Math.random()));

/** Where the local stack's pages are. */
export const localSite = () => `http://${HOST}:${process.env[portSetting('gateway')] || DEFAULT_PORTS.gateway}`;

const inEnglish = fieldMessages();

/** Says what is wrong in words, and ends with 1. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof DomainError && error.errors)
      for (const fault of error.errors)
        console.error(`${fault.path}: ${'word' in fault ? fault.word : inEnglish('en', fault.message, fault.values)}`);
    else if (error instanceof DomainError) console.error(`${en[error.code].title}. ${en[error.code].action}`);
    else console.error(error instanceof Error ? error.message : error);
  }
}
