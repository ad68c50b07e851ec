import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { dynamodbCommand } from '../../local/dynamodb/command.ts';
import { freePort } from '../../local/ports.ts';

/** Global set-up of the tests on the real table: one DynamoDB Local in memory for all of them, each file with its own table. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, stop } = await startDynamoDb();
  project.provide('dynamodb', address);
  return stop;
}

/** DynamoDB Local in memory; `address` is its host and port. */
export async function startDynamoDb(
  settings: { readonly longLived?: boolean } = {},
): Promise<{ address: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'heraut-dynamodb-'));
  const { program, args } = dynamodbCommand(port, ['-inMemory'], folder, settings);
  const java = spawn(program, args, { stdio: 'ignore' });
  const ended = once(java, 'exit');
  const stop = async () => {
    java.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true });
  };
  try {
    await Promise.race([answering(port), ended.then(() => Promise.reject(new Error('DynamoDB Local did not start')))]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `127.0.0.1:${port}`, stop };
}

/** Resolves when something listens on the port. */
async function answering(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const connected = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (connected) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** host:port */
    dynamodb: string;
  }
}
