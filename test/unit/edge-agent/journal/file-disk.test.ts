import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileDisk } from '../../../../edge-agent/src/journal/file-disk.ts';
import { Journal } from '../../../../edge-agent/src/journal/journal.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'heraut-journal-'));
});
afterEach(() => rm(parent, { recursive: true }));

it('keeps a journal in a folder that it makes, for its user alone', async () => {
  const folder = join(parent, 'a', 'journal');
  const open = async () => {
    const disk = await FileDisk.open(folder);
    const journal = await Journal.open({
      disk,
      now: () => new Date(),
      random: Math.random,
      onFailure: (error) => {
        throw error;
      },
    });
    return { disk, journal };
  };
  const first = await open();
  await first.journal.append({ type: 'epoch', epoch: 3 });
  await first.journal.tidy(new Date());
  await first.disk.close();
  const second = await open();
  expect(second.journal.state).toMatchObject({ journalId: first.journal.state.journalId, epoch: 3 });
  const names = await second.disk.list();
  expect(names).toHaveLength(1);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, names[0] ?? ''))).mode & 0o777).toBe(0o600);
  await second.disk.close();
});

it('says what is wrong when the folder can not be made', async () => {
  await expect(FileDisk.open('/dev/null/journal')).rejects.toThrow('/dev/null/journal');
});
