import { join } from 'node:path';
import { FUNCTIONS, type FunctionName, functionNames } from '../../infra/functions.ts';
import { TABLE_NAME } from '../create-table.ts';
import type { StreamSource } from '../event-sources/stream/follow-stream.ts';
import { HOST_PROGRAM } from '../lambda/build.ts';
import type { Part } from '../supervisor/part.ts';
import { addressFor, environmentOf, functionVariables, ORIGIN_SECRET, queueUrlFor } from './environment.ts';
import { answersHttp, readHttp } from './probes.ts';
import { script } from './servers.ts';
import type { PartName, StackSettings } from './settings.ts';

const ready = async () => true;

export function iot(settings: StackSettings, cloudPassword: string): Part {
  const { iot: port } = settings.ports;
  return {
    name: 'iot',
    ...script(
      'local/iot/main.ts',
      String(port),
      addressFor(settings, 'iot', 'broker-cloud'),
      settings.folder,
      queueUrlFor(settings, 'iot', 'edge-events'),
      queueUrlFor(settings, 'iot', 'box-certificates'),
    ),
    environment: environmentOf(settings, 'iot', { HERAUT_BROKER_PASSWORD: cloudPassword }),
    isReady: async () => (await readHttp(`127.0.0.1:${port}`, '/ready')) !== undefined,
    needs: ['broker', 'queues'],
  };
}

export function lambda(settings: StackSettings, name: FunctionName, bundles: string): Part {
  const port = settings.ports[name];
  return {
    name,
    program: process.execPath,
    args: [join(bundles, HOST_PROGRAM), join(bundles, name, 'index.mjs'), String(port)],
    environment: environmentOf(settings, name, {
      AWS_LAMBDA_FUNCTION_NAME: name,
      ...functionVariables(settings, name),
    }),
    isReady: () => answersHttp(`127.0.0.1:${port}`),
    needs: ['dynamodb', 'queues', 'iot'],
  };
}

export function gateway(settings: StackSettings, webApp: string): Part {
  const { gateway: port } = settings.ports;
  return {
    name: 'gateway',
    ...script('local/gateway/main.ts', String(port), webApp),
    environment: environmentOf(settings, 'gateway', {
      HERAUT_FUNCTIONS: JSON.stringify(functionsFor(settings, 'gateway')),
      HERAUT_ORIGIN_SECRET: ORIGIN_SECRET,
      HERAUT_FILES_ORIGIN: `http://${addressFor(settings, 'api-batches', 'files')}`,
    }),
    isReady: async () => (await readHttp(`127.0.0.1:${port}`, '/openapi.json'))?.startsWith('{') ?? false,
    needs: functionNames,
  };
}

export function eventSources(settings: StackSettings): Part {
  const functions = functionsFor(settings, 'event-sources');
  const sources = functionNames.flatMap((name) => {
    const spec = FUNCTIONS[name];
    return 'consumes' in spec
      ? [{ queueUrl: queueUrlFor(settings, 'event-sources', spec.consumes), function: functions[name] }]
      : [];
  });
  const stream: StreamSource = {
    tableName: TABLE_NAME,
    function: functions.after,
    dlqUrl: queueUrlFor(settings, 'event-sources', 'after-dlq'),
    placeFile: join(settings.folder, 'event-sources', 'stream.json'),
  };
  return {
    name: 'event-sources',
    ...script('local/event-sources/main.ts'),
    environment: environmentOf(settings, 'event-sources', {
      HERAUT_EVENT_SOURCES: JSON.stringify(sources),
      HERAUT_STREAM_SOURCE: JSON.stringify(stream),
    }),
    isReady: ready,
    needs: functionNames,
  };
}

export function scheduler(settings: StackSettings): Part {
  return {
    name: 'scheduler',
    ...script(
      'local/scheduler/main.ts',
      addressFor(settings, 'scheduler', 'clock'),
      String(settings.schedulerMilliseconds),
    ),
    environment: environmentOf(settings, 'scheduler'),
    isReady: ready,
    needs: ['clock'],
  };
}

function functionsFor(settings: StackSettings, part: PartName): Record<FunctionName, string> {
  return Object.fromEntries(functionNames.map((name) => [name, addressFor(settings, part, name)])) as Record<
    FunctionName,
    string
  >;
}
