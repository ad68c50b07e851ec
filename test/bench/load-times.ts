import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { functionNames } from '../../infra/functions.ts';
import { functionVariables, REGION } from '../../local/parts/environment.ts';
import { DEFAULT_PORTS } from '../../local/ports.ts';
import { buildFunctions, bundleOptions } from '../../tools/build.ts';
import type { Misses } from './misses.ts';

const RUNS = 21;
/** Times to load, of the bare handler's. */
const AT_MOST = 1.3;
/** They bring the metadata of phone numbers. */
const AT_MOST_OF: Readonly<Record<string, number>> = { 'api-messaging': 1.6, batches: 1.6, after: 1.6 };
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
    const environment = await startEnvironment(folder);
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
      for (const [name, file] of Object.entries(files)) times.get(name)?.push(loadTime(timer, file, environment));
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

/** What the functions of one machine have to start with; nothing is connected while one loads. */
async function startEnvironment(folder: string): Promise<Record<string, string>> {
  const certificates = join(folder, 'certificates');
  await mkdir(certificates);
  await writeFile(join(certificates, 'authority.pem'), 'of nobody');
  const variables = functionVariables({ folder, ports: DEFAULT_PORTS, addresses: {} }, 'api-login');
  return { ...variables, AWS_REGION: REGION };
}

function loadTime(timer: string, file: string, environment: Record<string, string>): number {
  return Number(
    execFileSync(process.execPath, [timer, file], { env: { ...process.env, ...environment }, encoding: 'utf8' }),
  );
}
