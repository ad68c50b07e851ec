import { s3Client } from '../adapters/clients.ts';
import { MessageExportRepository } from '../adapters/dynamodb/message-export-repository.ts';
import { MessageListRepository } from '../adapters/dynamodb/message-list-repository.ts';
import { NameRepository } from '../adapters/dynamodb/name-repository.ts';
import { S3Files } from '../adapters/s3/files.ts';
import { exportHurry } from './exports.ts';
import { clock, log, setting, table } from './parts.ts';

export function messageExporter() {
  const one = table();
  return {
    log,
    exporter: {
      exports: new MessageExportRepository(one),
      lists: new MessageListRepository(one),
      names: new NameRepository(one),
      files: new S3Files(s3Client(), setting('FILES_BUCKET')),
      hurry: exportHurry(),
      clock,
    },
  };
}
