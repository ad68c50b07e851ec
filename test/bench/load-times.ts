import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { functionNames } from '../../infra/functions.ts';
import { buildFunctions, bundleOptions } from '../../tools/build.ts';
import type { Misses } from './misses.ts';

const RUNS = 21;
/** Times to load, of the bare handler's: `api-messaging` and `batches` bring the metadata of phone numbers. */
const AT_MOST = 1.3;
const AT_MOST_OF: Readonly<Record<string, number>> = { 'api-messaging': 1.6, batches: 1.6 };
/** What a function must have to start; nothing is connected while it loads. */
const environment = {
  TABLE_NAME: 'bench',
  SMS_QUEUE_URL: 'http://127.0.0.1/bench',
  AWS_REGION: 'eu-central-1',
  FILES_BUCKET: 'bench',
  BATCHES_QUEUE_URL: 'http://127.0.0.1/bench',
  IOT_ENDPOINT: '127.0.0.1',
  MAIL_CONFIGURATION_SET: 'bench',
  // of box-certificates
  BOX_POLICY: 'bench',
  BOX_THING_TYPE: 'bench',
  BOX_HOST: '127.0.0.1',
  BOX_PORT: '8883',
  BOX_AUTHORITY: 'bench',
};
const BARE = `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
export const handler = (key) => client.send(new GetItemCommand({ TableName: 'bench', Key: key }));`;

/**
 * Size of each bundle, and its time to load, taken in turns, against a handler with the bare DynamoDB client as anybody bundles it
 * (`bare`: the budget), and against the same without the parts of the SDK that ours leave out too (`bare-cut`).
 */
export async function loadTimes(): Promise<Misses> {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-bench-'));
  try {
    await buildFunctions(folder);
    const bare = {
      bare: await buildBare(folder, 'bare', { external: [] }),
      'bare-cut': await buildBare(folder, 'bare-cut', {}),
    };
    const files = {
      ...bare,
      ...Object.fromEntries(functionNames.map((name) => [name, join(folder, name, 'index.mjs')])),
    };
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
    console.log('function           kB    load ms   × bare     × bare-cut   at most');
    const missed: string[] = [];
    for (const [name, file] of Object.entries(files)) {
      const kilobytes = Math.round((await stat(file)).size / 1000);
      const [ofBare, ofCut] = ['bare', 'bare-cut'].map((base) => median(name) / median(base)) as [number, number];
      const cells = [
        [`${kilobytes}`, 4],
        [median(name).toFixed(1), 9],
        [ofBare.toFixed(2), 8],
        [ofCut.toFixed(2), 14],
      ] as const;
      const row = [name.padEnd(16), ...cells.map(([cell, width]) => cell.padStart(width))].join(' ');
      if (name in bare) {
        console.log(row);
        continue;
      }
      const atMost = AT_MOST_OF[name] ?? AT_MOST;
      const isMissed = ofBare > atMost;
      console.log(`${row} ${atMost.toFixed(1).padStart(9)}${isMissed ? ': MISSED' : ''}`);
      if (isMissed) missed.push(`load-times, ${name}: ${ofBare.toFixed(3)} × bare, at most ${atMost}`);
    }
    return missed;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function buildBare(folder: string, name: string, changes: BuildOptions): Promise<string> {
  const { outdir: _, outExtension: __, entryPoints: ___, ...options } = bundleOptions(folder);
  const outfile = join(folder, `${name}.mjs`);
  const stdin = { contents: BARE, resolveDir: import.meta.dirname };
  await build({ ...options, stdin, outfile, metafile: false, ...changes });
  return outfile;
}

function loadTime(timer: string, file: string): number {
  return Number(
    execFileSync(process.execPath, [timer, file], { env: { ...process.env, ...environment }, encoding: 'utf8' }),
  );
}
