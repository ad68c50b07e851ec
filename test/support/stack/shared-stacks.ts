import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestProject } from 'vitest/node';
import { functionNames } from '../../../infra/functions.ts';
import type { PartName } from '../../../local/parts/settings.ts';
import { type Addresses, type Stack, startStack } from './start-stack.ts';

/** What a test file asks of the stack of its worker. */
export type Act = 'start' | 'kill' | 'keep-down' | 'restart' | 'await-ready';
export interface Request {
  /** Vitest's number of the worker: it runs one file after the other, and so never shares a stack with another file at once */
  readonly worker: string;
  readonly act: Act;
  readonly part?: PartName;
}
export interface Answer {
  readonly stateFolder: string;
  readonly addresses: Addresses;
  readonly parts: readonly PartName[];
}

/**
 * Global set-up: one stack for all files of a worker that ask for one, as each start of its two dozen processes
 * takes some 25 s of processor time. They live here, as a worker's end is nothing that a file could wait for.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stacks = new Map<string, Promise<Stack>>();
  const server = createServer(async (request, response) => {
    try {
      const answer = JSON.stringify(await act(stacks, await read(request)));
      response.end(answer);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  project.provide('sharedStacks', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.closeAllConnections();
    server.close();
    const started = await Promise.allSettled(stacks.values());
    await Promise.all(started.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)));
  };
}

async function read(request: IncomingMessage): Promise<Request> {
  return JSON.parse(await text(request)) as Request;
}

async function act(stacks: Map<string, Promise<Stack>>, { worker, act, part }: Request): Promise<Answer> {
  let starting = stacks.get(worker);
  if (starting === undefined) {
    // The clock finds again what the queues' process forgets when it is killed.
    const environment = Object.fromEntries(functionNames.map((name) => [name, { GUARD_ROLES: 'yes' }]));
    starting = startStack({ schedulerMilliseconds: 2_000, environment });
    stacks.set(worker, starting);
  }
  const stack = await starting;
  if (part !== undefined) await ACTS[act](stack, part);
  const { stateFolder, addresses, parts } = stack;
  return { stateFolder, addresses, parts };
}

const ACTS: Readonly<Record<Act, (stack: Stack, part: PartName) => Promise<void>>> = {
  start: async () => {},
  kill: (stack, part) => stack.kill(part),
  async 'keep-down'(stack, part) {
    stack.setRestarts(part, false);
    await stack.kill(part);
  },
  restart: (stack, part) => stack.restart(part),
  'await-ready': (stack, part) => stack.ready(part),
};

declare module 'vitest' {
  export interface ProvidedContext {
    /** http:// address */
    sharedStacks: string;
  }
}
