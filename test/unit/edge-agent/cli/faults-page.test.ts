import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const page = readFileSync(join(root, 'docs/edge-box.md'), 'utf8');
const [table = ''] = page.split('## What happens when …')[1]?.split(/^## /m) ?? [];
const rows = table
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()));

it.each([
  'is killed',
  'power is cut',
  'revoke overtakes',
  'disk is full',
  'from another box',
  'of yesterday',
  'clock jumps',
  'hangs',
  'restarts in the middle',
  'one octet',
  'echoes',
  'unsolicited lines',
  'no network for an hour',
])('the page of the box tells what happens when: %s', (fault) => {
  expect(rows.filter(([, name]) => name?.includes(fault))).not.toEqual([]);
});

it.each(rows.map((cells) => ({ fault: cells[1], shownBy: cells[5] ?? '' })))(
  'a test shows what happens when $fault',
  ({ shownBy }) => {
    const [, file = '', title = ''] = /^`(test\/.+\.ts)`: \*(.+)\*$/.exec(shownBy) ?? [];
    expect(title).not.toBe('');
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(readFileSync(join(root, file), 'utf8')).toContain(title);
  },
);
