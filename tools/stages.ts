/** What CI runs, in order: fast ones first. */
export const checks = {
  lint: ['biome', 'ci', '--colors=off', '--error-on-warnings'],
  typecheck: ['tsc', '--noEmit'],
  'typecheck of the web app': ['tsc', '--noEmit', '-p', 'web'],
  build: ['node', 'tools/build.ts'],
  'build of the web app': ['node', 'tools/build-web.ts'],
} as const;

/** The projects of vitest.config.ts, in the same spirit. Infra needs the build. */
export const suites = ['unit', 'contract', 'infra', 'integration', 'edge', 'crash', 'outages', 'e2e'] as const;
