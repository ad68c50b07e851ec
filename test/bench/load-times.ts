import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { functionNames } from '../../infra/functions.ts';
import { buildFunctions, bundleOptions } from '../../tools/build.ts';

const RUNS = 21;
/** What a function must have to start; nothing is connected while it loads. */
const environment = {
  TABLE_NAME: 'bench',
  SMS_QUEUE_URL: 'http://127.0.0.1/bench',
  AWS_REGION: 'eu-central-1',
  IOT_ENDPOINT: '127.0.0.1',
};
const BARE = `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
export const handler = (key) => client.send(new GetItemCommand({ TableName: 'bench', Key: key }));`;

/** Size of each bundle, and its time to load against that of a handler with the bare DynamoDB client, taken in turns. */
export async function loadTimes(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-bench-'));
  try {
    await buildFunctions(folder);
    const bare = join(folder, 'bare.mjs');
    const { outdir: _, outExtension: __, entryPoints: ___, ...options } = bundleOptions(folder);
    await build({
      ...options,
      stdin: { contents: BARE, resolveDir: import.meta.dirname },
      outfile: bare,
      metafile: false,
    });
    const files = { bare, ...Object.fromEntries(functionNames.map((name) => [name, join(folder, name, 'index.mjs')])) };
    const times = new Map(Object.keys(files).map((name) => [name, [] as number[]]));
    const timer = join(folder, 'timer.mjs');
    await writeFile(
      timer,
      'const from = performance.now(); await import(process.argv[2]); console.log(performance.now() - from); process.exit();',
    );
    for (let run = 0; run < RUNS; run++) {
      for (const [name, file] of Object.entries(files)) times.get(name)?.push(loadTime(timer, file));
    }
    const median = (name: string) => times.get(name)?.toSorted((a, b) => a - b)[(RUNS - 1) / 2] ?? Number.NaN;
    console.log('function          kB    load ms   × bare');
    for (const [name, file] of Object.entries(files)) {
      const kilobytes = Math.round((await stat(file)).size / 1000);
      const ratio = (median(name) / median('bare')).toFixed(2);
      console.log(
        `${name.padEnd(16)} ${String(kilobytes).padStart(4)} ${median(name).toFixed(1).padStart(9)} ${ratio.padStart(8)}`,
      );
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

function loadTime(timer: string, file: string): number {
  return Number(
    execFileSync(process.execPath, [timer, file], { env: { ...process.env, ...environment }, encoding: 'utf8' }),
  );
}
