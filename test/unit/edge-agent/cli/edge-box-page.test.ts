import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EXIT } from '../../../../edge-agent/src/cli/exit-codes.ts';

const root = join(import.meta.dirname, '../../../..');
const page = readFileSync(join(root, 'docs/edge-box.md'), 'utf8');
const sources = readdirSync(join(root, 'edge-agent/src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'edge-agent/src', name), 'utf8'));

function section(title: string): string {
  return page.split(/^## /m).find((text) => text.startsWith(title)) ?? '';
}
const namesIn = (text: string) => [...text.matchAll(/^\| `?([a-z0-9][a-z0-9-]*)`? \|/gm)].map(([, name]) => name);

it('tells of every event that the agent logs, and of no other', () => {
  const logged = sources.flatMap((source) => [...source.matchAll(/\blog\(\s*'([a-z-]+)'|jsonLog\(\s*'([a-z-]+)'/gi)]);
  const events = new Set(logged.map(([, event, byProgram]) => event ?? byProgram));
  expect(events.size).toBeGreaterThan(20);
  expect(
    namesIn(section('Log lines'))
      .filter((name) => name !== 'event')
      .sort(),
  ).toEqual([...events].sort());
});

it('tells what each exit code says', () => {
  const told = namesIn(section('Try the modem')).map(Number);
  expect(told).toEqual(Object.values(EXIT));
});

it('tells of every field of the configuration that the example has', () => {
  const example = readFileSync(join(root, 'edge-agent/config.example.jsonc'), 'utf8');
  const fields = [...example.matchAll(/^ *(?:\/\/ )?"(\w+)":/gm)].map(([, field]) => field);
  expect(fields).toContain('pin');
  for (const field of fields.filter((name) => name !== 'cloud'))
    expect(section('Configure')).toMatch(new RegExp(`\`(cloud\\.)?${field}\``));
});
