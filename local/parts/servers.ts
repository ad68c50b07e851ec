import { join } from 'node:path';
import { dynamodbCommand } from '../dynamodb/command.ts';
import { requireProgram } from '../require-program.ts';
import type { Part } from '../supervisor/part.ts';
import { environmentOf, FILES_BUCKET, queueUrlFor } from './environment.ts';
import { answersHttp, listens } from './probes.ts';
import type { StackSettings } from './settings.ts';

const root = join(import.meta.dirname, '..', '..');

/** A TypeScript file of local/ as a part. */
export function script(path: string, ...args: readonly string[]): Pick<Part, 'program' | 'args'> {
  return { program: process.execPath, args: [join(root, path), ...args] };
}

/** Emptied at each start of the stack. */
export function temporaryFolderOf({ folder }: StackSettings): string {
  return join(folder, 'tmp');
}

export function dynamodb(settings: StackSettings): Part {
  const { dynamodb: port } = settings.ports;
  const store = settings.tableInMemory ? ['-inMemory'] : ['-dbPath', join(settings.folder, 'dynamodb')];
  return {
    name: 'dynamodb',
    ...dynamodbCommand(port, store, temporaryFolderOf(settings)),
    environment: environmentOf(settings, 'dynamodb'),
    isReady: () => answersHttp(`127.0.0.1:${port}`),
    needs: [],
  };
}

export function queues(settings: StackSettings): Part {
  const { queues: port } = settings.ports;
  const hidden = settings.hiddenSeconds === undefined ? [] : [String(settings.hiddenSeconds)];
  return {
    name: 'queues',
    ...script('local/queues/main.ts', String(port), ...hidden),
    environment: environmentOf(settings, 'queues'),
    isReady: () => answersHttp(`127.0.0.1:${port}`, '/health'),
    needs: [],
  };
}

export function mail(settings: StackSettings): Part {
  const { mail: port } = settings.ports;
  return {
    name: 'mail',
    ...script('local/mail/main.ts', String(port), queueUrlFor(settings, 'mail', 'mail-events')),
    environment: environmentOf(settings, 'mail'),
    isReady: () => answersHttp(`127.0.0.1:${port}`, '/health-check'),
    needs: [],
  };
}

export function files(settings: StackSettings): Part {
  const { files: port } = settings.ports;
  return {
    name: 'files',
    ...script('local/files/main.ts', String(port), join(settings.folder, 'files'), FILES_BUCKET),
    environment: environmentOf(settings, 'files'),
    isReady: () => answersHttp(`127.0.0.1:${port}`),
    needs: [],
  };
}

export function broker(settings: StackSettings, configurationFile: string): Part {
  return {
    name: 'broker',
    program: requireProgram('mosquitto'),
    args: ['-c', configurationFile],
    environment: environmentOf(settings, 'broker'),
    isReady: () => listens(`127.0.0.1:${settings.ports['broker-cloud']}`),
    needs: [],
  };
}
