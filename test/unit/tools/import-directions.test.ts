import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ALLOWED = [
  ['contract/routes/x.ts', 'zod/mini'],
  ['functions/adapters/dynamodb/x.ts', 'zod/mini'],
  ['contract/routes/x.ts', '../fields.ts'],
  ['functions/domain/messaging/x.ts', '../../../contract/edge.ts'],
  ['functions/domain/messaging/x.ts', '../shared/clock.ts'],
  ['functions/adapters/sqs/x.ts', '@aws-sdk/client-sqs'],
  ['functions/adapters/sqs/x.ts', '../../domain/messaging/ports.ts'],
  ['functions/handlers/x.ts', '../compose/x.ts'],
  ['infra/stacks/x.ts', '../../contract/routes/index.ts'],
  ['edge-agent/src/link/x.ts', '../../../contract/edge.ts'],
  ['local/x.ts', '../functions/handlers/clock.ts'],
] as const;
const REFUSED = [
  ['contract/routes/x.ts', 'zod'],
  ['functions/domain/messaging/x.ts', 'zod'],
  ['functions/adapters/dynamodb/x.ts', 'zod'],
  ['functions/http/x.ts', 'zod'],
  ['contract/x.ts', '@aws-sdk/client-sqs'],
  ['contract/x.ts', '../functions/compose/x.ts'],
  ['contract/routes/x.ts', '../../functions/domain/shared/clock.ts'],
  ['functions/domain/messaging/x.ts', '@aws-sdk/client-dynamodb'],
  ['functions/domain/messaging/x.ts', 'node:crypto'],
  ['functions/domain/messaging/x.ts', '../../adapters/dynamodb/table.ts'],
  ['functions/domain/messaging/x.ts', '../../http/api.ts'],
  ['functions/adapters/sqs/x.ts', '../../http/api.ts'],
  ['functions/http/x.ts', '../adapters/dynamodb/table.ts'],
  ['functions/handlers/x.ts', '../adapters/dynamodb/table.ts'],
  ['functions/http/x.ts', '../../local/start.ts'],
  ['infra/stacks/x.ts', '../../functions/compose/x.ts'],
  ['infra/x.ts', '../functions/compose/x.ts'],
  ['edge-agent/src/link/x.ts', '../../../functions/domain/shared/clock.ts'],
  ['edge-agent/src/link/x.ts', '../../../test/support/api-event.ts'],
  ['local/mail/x.ts', '../../functions/adapters/ses/mail-event.ts'],
  ['local/websms/x.ts', '../../functions/adapters/websms/websms.ts'],
  ['local/smsapi/x.ts', '../../contract/providers.ts'],
  ['local/web-provider/x.ts', '../../functions/domain/messaging/model.ts'],
  ['local/modem/x.ts', '../../edge-agent/src/pdu/gsm7.ts'],
] as const;

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'heraut-imports-'));
let report = '';

/** Each case has a file of its own, named after what it imports. */
const fileOf = (path: string, specifier: string) =>
  path.replace('x.ts', `${Buffer.from(specifier).toString('hex')}.ts`);

describe('who may import whom', () => {
  beforeAll(() => {
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    for (const [path, specifier] of [...ALLOWED, ...REFUSED]) {
      const file = join(folder, fileOf(path, specifier));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import '${specifier}';\n`);
    }
    const args = [
      'lint',
      '--only=style/noRestrictedImports',
      '--vcs-enabled=false',
      '--max-diagnostics=none',
      '--colors=off',
    ];
    const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/biome'), args, {
      cwd: folder,
      encoding: 'utf8',
    });
    report = stdout + stderr;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(ALLOWED)('%s may import %s', (path, specifier) => {
    expect(report).toContain('Checked');
    expect(report).not.toContain(`${fileOf(path, specifier)}:`);
  });

  it.each(REFUSED)('%s may not import %s', (path, specifier) => {
    expect(report).toMatch(new RegExp(`${fileOf(path, specifier)}:\\d+:\\d+ lint/style/noRestrictedImports`));
  });
});
