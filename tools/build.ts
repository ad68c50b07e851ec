/** Bundles every function of infra/functions.ts: functions/handlers/<name>.ts → dist/functions/<name>/index.mjs. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { functionNames } from '../infra/functions.ts';

const root = join(import.meta.dirname, '..');

/**
 * Parts of the SDK that a Lambda of ours never reaches, each imported only when it is: other ways to credentials (its own come
 * in the environment, where the SDK looks first). Left out, they spare half of the bundle: what such an import needs can't be shaken, the
 * core of the SDK among it.
 */
const NEVER_REACHED = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** Streams of events are never reached either; but the client of S3 imports them at its start, and so has them in its bundle. */
const eventStreamsAtStartOnly: Plugin = {
  name: 'event-streams-at-start-only',
  setup({ onResolve }) {
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** The SDK names its version to AWS, and would bring the whole package.json of each client for that. */
const versionAlone: Plugin = {
  name: 'version-alone',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[^\\/]+[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/**
 * Each client of the SDK has the shapes of all its operations in one file, as lists with computed names, which esbuild
 * keeps because a computed name may do something. These do nothing: marked so, those of operations that nobody calls go.
 */
const shapesInUse: Plugin = {
  name: 'shapes-in-use',
  setup({ onLoad }) {
    onLoad(
      { filter: /[\\/]@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const contents = source.replace(
          /^((?:export )?(?:var|const) \w+\$ = )(\[[\s\S]*?\]);$/gm,
          '$1/* @__PURE__ */ (() => $2)();',
        );
        return { contents, loader: 'js' };
      },
    );
  },
};

/**
 * The AWS SDK is bundled too, so that what runs is what was tested. `mainFields` picks the ES module of each package,
 * the only form that esbuild can shake; a package that has CommonJS alone may still call `require`, hence the banner.
 */
export function bundleOptions(outdir: string) {
  const handlers = join(root, 'functions', 'handlers');
  return {
    absWorkingDir: root,
    entryPoints: functionNames.map((name) => ({ in: join(handlers, `${name}.ts`), out: join(name, 'index') })),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    minify: true,
    // An ES module is UTF-8 anyway: Polish and German as escapes take two to three times the bytes.
    charset: 'utf8',
    sourcemap: 'external',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    external: NEVER_REACHED,
    plugins: [versionAlone, shapesInUse, eventStreamsAtStartOnly],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  } satisfies BuildOptions;
}

export async function buildFunctions(outdir = join(root, 'dist', 'functions')): Promise<Metafile> {
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build(bundleOptions(outdir));
  await writeFile(join(outdir, 'meta.json'), JSON.stringify(metafile));
  return metafile;
}

if (resolve(process.argv[1] ?? '') === import.meta.filename) {
  const { outputs } = await buildFunctions();
  for (const [file, { bytes }] of Object.entries(outputs)) {
    if (file.endsWith('.mjs')) console.log(`${file}  ${(bytes / 1000).toFixed(0)} kB`);
  }
}
