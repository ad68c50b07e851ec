import { join } from 'node:path';
import type { ProviderName } from '../../contract/providers.ts';
import type { Part } from '../supervisor/part.ts';
import { environmentOf } from './environment.ts';
import { answersHttp } from './probes.ts';
import { script } from './servers.ts';
import type { StackSettings } from './settings.ts';

/** The stand-in of a web provider of SMS. */
export function webProvider(settings: StackSettings, name: ProviderName): Part {
  const port = settings.ports[name];
  return {
    name,
    ...script(`local/${name}/main.ts`, String(port), join(settings.folder, name)),
    environment: environmentOf(settings, name),
    isReady: () => answersHttp(`127.0.0.1:${port}`, '/taken.json'),
    needs: [],
  };
}
