/** What CI runs, in order: fast ones first. */
export const checks = {
  lint: ['biome', 'ci', '--colors=off', '--error-on-warnings'],
  typecheck: ['tsc', '--noEmit'],
  'typecheck of the web app': ['tsc', '--noEmit', '-p', 'web'],
  build: ['node', 'tools/build.ts'],
  'build of the web app': ['node', 'tools/build-web.ts'],
} as const;

/**
 * The projects of vitest.config.ts, in the same spirit; those of one suite run beside one another. Infra needs the build. The outages
 * among the crash tests wait most of their time, hence one worker more than the others have.
 */
export const suites: readonly { readonly projects: readonly string[]; readonly workers: number }[] = [
  { projects: ['unit'], workers: 2 },
  { projects: ['contract'], workers: 2 },
  { projects: ['infra'], workers: 2 },
  { projects: ['edge'], workers: 2 },
  { projects: ['integration', 'crash'], workers: 3 },
  { projects: ['e2e'], workers: 2 },
];
