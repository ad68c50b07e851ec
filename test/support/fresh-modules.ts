import { afterAll, vi } from 'vitest';

/**
 * Set-up of files that share a process with those before them: packages stay loaded, which is what takes long; the modules of ours are
 * loaded anew for each file, with the environment and the mocks of that file.
 */
afterAll(() => vi.resetModules());
