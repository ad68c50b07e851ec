import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { thingName } from '../../contract/edge.ts';
import type { Part } from '../supervisor/part.ts';
import { addressFor, environmentOf } from './environment.ts';
import { listens, readHttp } from './probes.ts';
import { script } from './servers.ts';
import type { StackSettings } from './settings.ts';

/** What stands in the agency's office: the modem, and the box with the agent. */

export function modem(settings: StackSettings): Part {
  const { modem: port, phones } = settings.ports;
  const state = join(settings.folder, 'modem');
  return {
    name: 'modem',
    ...script('local/modem/main.ts', '--state', state, '--port', String(port), '--http-port', String(phones)),
    environment: environmentOf(settings, 'modem'),
    isReady: () => listens(`127.0.0.1:${phones}`),
    needs: [],
  };
}

export interface Office {
  readonly tenantId: string;
  readonly boxId: string;
}

/** Writes the agent's settings: what `join` wrote, with the addresses of this start. */
export async function edge(settings: StackSettings, office: Office): Promise<Part> {
  const folder = join(settings.folder, 'edge');
  const thing = thingName(office.tenantId, office.boxId);
  const file = join(folder, 'config.json');
  const [brokerHost, brokerPort] = addressFor(settings, 'edge', 'broker').split(':');
  const [modemHost, modemPort] = addressFor(settings, 'edge', 'modem').split(':');
  await mkdir(folder, { recursive: true });
  const configuration = {
    thing,
    cloud: {
      host: brokerHost,
      port: Number(brokerPort),
      authority: join(folder, 'identity', 'authority.pem'),
      identity: join(folder, 'identity'),
    },
    journalFolder: join(folder, 'journal'),
    modem: { kind: 'tcp', host: modemHost, port: Number(modemPort) },
  };
  await writeFile(file, JSON.stringify(configuration, null, 2));
  return {
    name: 'edge',
    program: process.execPath,
    args: [settings.edgeProgram, file],
    environment: environmentOf(settings, 'edge'),
    isReady: async (startedAt) => (await readyAt(settings, thing)) >= startedAt,
    needs: ['modem', 'iot', 'event-sources', 'gateway'],
  };
}

/** When the agent last said that it and the cloud have heard each other; 0 for never. */
async function readyAt(settings: StackSettings, thing: string): Promise<number> {
  const body = await readHttp(`127.0.0.1:${settings.ports.iot}`, '/ready');
  const times = JSON.parse(body ?? '{}') as Record<string, string>;
  return Date.parse(times[thing] ?? '1970-01-01');
}
