import type { Mutant } from './mutant.ts';

const COMMIT_LOG = 'edge-agent/src/journal/commit-log.ts';
const SEGMENTS = 'edge-agent/src/journal/segments.ts';
const FILE_DISK = 'edge-agent/src/journal/file-disk.ts';
const POWER_CUTS = { project: 'crash', tests: ['test/crash/power/each-step.test.ts'] } as const;
const IN_THE_MIDDLE = { ...POWER_CUTS, title: 'one part.* in the middle' } as const;
const ALL_DONE = { ...POWER_CUTS, title: 'one part.* all was done' } as const;
const FILE_SYNCS = { project: 'unit', tests: ['test/unit/edge-agent/journal/file-disk-syncs.test.ts'] } as const;
const JOURNAL = { project: 'unit', tests: ['test/unit/edge-agent/journal'] } as const;

/** What the journal owes to the disk. */
export const JOURNAL_MUTANTS: readonly Mutant[] = [
  {
    ...{ name: 'the sync of a commit', file: COMMIT_LOG, ...POWER_CUTS },
    from: 'await disk.sync(this.#segment.name);',
    to: '',
  },
  {
    ...{ name: 'the sync of a new segment', file: SEGMENTS, ...IN_THE_MIDDLE },
    from: 'await disk.sync(name);',
    to: '',
  },
  {
    ...{ name: "the sync of a new segment's name", file: SEGMENTS, ...IN_THE_MIDDLE },
    from: 'await disk.sync(name);\n  await disk.syncFolder();',
    to: 'await disk.sync(name);',
  },
  {
    ...{ name: 'the sync of the removal of old segments', file: SEGMENTS, ...ALL_DONE },
    from: 'await disk.remove(old);\n  await disk.syncFolder();',
    to: 'await disk.remove(old);',
  },
  {
    ...{ name: "the file's fdatasync", file: FILE_DISK, ...FILE_SYNCS },
    from: 'await (await this.#handle(name)).datasync();',
    to: 'await this.#handle(name);',
  },
  {
    ...{ name: "the folder's fsync", file: FILE_DISK, ...FILE_SYNCS },
    from: 'return syncPath(this.#folder);',
    to: 'return Promise.resolve();',
  },
  {
    ...{ name: 'the fsync of a new folder', file: FILE_DISK, ...FILE_SYNCS },
    from: 'await syncPath(dirname(made));',
    to: 'void made;',
  },
  {
    ...{ name: 'the checksum', file: 'edge-agent/src/journal/frame.ts', ...JOURNAL },
    from: '&& hex(crc32(body)) === crc ?',
    to: '?',
  },
  {
    ...{ name: 'the end after a failed sync', file: COMMIT_LOG, ...JOURNAL },
    from: 'if (this.#failure) return reject(this.#failure);',
    to: 'this.#failure = undefined;',
  },
  {
    ...{ name: 'the new segment at each start, free of a torn end', file: COMMIT_LOG, ...ALL_DONE },
    from: 'await startSegment(options.disk, names, options.snapshot())',
    to: 'names.length > 0 ? { name: names.at(-1) ?? "", length: 0 } : await startSegment(options.disk, names, options.snapshot())',
  },
  {
    ...{
      name: 'the doubt about a part that was being given',
      file: 'edge-agent/src/journal/journal.ts',
      ...POWER_CUTS,
    },
    from: 'await log.append(...interrupted(state));',
    to: 'void interrupted;',
  },
  {
    ...{ name: 'the ids of what has ended', file: 'edge-agent/src/journal/box-state.ts', ...JOURNAL },
    from: 'this.#ended.add(attempt.attemptId, attempt.notAfter);',
    to: '',
  },
  {
    name: 'the lock of the folder',
    file: 'edge-agent/src/journal/folder-lock.ts',
    from: "if (platform === 'linux') return",
    to: "if (platform === 'linux') return createServer();\n  if (platform === 'linux') return",
    ...JOURNAL,
  },
];
