import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { ApiFunction } from '../../../contract/route.ts';
import { routes } from '../../../contract/routes/index.ts';
import { keys } from '../../../functions/adapters/dynamodb/keys.ts';
import type { ApiHandler } from '../../../functions/http/create-api.ts';
import { type Access, accessOn, anAddress, makeAgency, PASSWORD } from '../../support/agency.ts';
import { loadFunctions, send } from '../../support/functions.ts';
import { type LogLine, rings } from '../../support/infra/evaluated-alarm.ts';
import { example, synthesize } from '../../support/infra/synthesized.ts';
import { newId } from '../../support/messages.ts';
import { useTable } from '../../support/table.ts';

const MINUTE = 60_000;
const { table, name } = useTable();
const { monitoring } = synthesize();
let functions: Record<ApiFunction, ApiHandler>;
let access: Access;
let agency: Awaited<ReturnType<typeof makeAgency>>;
let passwordHash: string;
beforeAll(async () => {
  functions = await loadFunctions(name);
  access = accessOn(table);
  agency = await makeAgency(access);
  passwordHash = await access.passwords.hash(PASSWORD);
});
afterEach(() => vi.restoreAllMocks());

/** Login names of an agency's people. Their passwords are all the same, and hashed once: it is the wrong ones that count here. */
async function people(count: number): Promise<string[]> {
  const { tenantId } = agency.tenant;
  const names = Array.from({ length: count }, () => `person-${newId('wrk').slice(4).toLowerCase()}`);
  for (const loginName of names) {
    const login = { tenantId, loginName, personId: newId('wrk'), passwordHash, tries: 0 };
    await table.write({ put: { ...keys.login(tenantId, loginName), type: 'login', v: 1, ...login } });
  }
  return names;
}

/** Logins, four at once, each asked for again while the table is out of reach, as its answer says; with what the function writes into its log. */
async function logIns(attempts: readonly { loginName: string; password: string }[]): Promise<LogLine[]> {
  const lines: LogLine[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    const { at, event } = JSON.parse(String(line)) as { at: string; event: string };
    if (event !== 'service out of reach') lines.push({ at: new Date(at), line: String(line) });
    return true;
  });
  try {
    const logIn = async (attempt: object) => {
      const body = { tenant: agency.slug, ...attempt };
      let status: number;
      do ({ status } = await send(functions, routes.logIn, { address: anAddress(), body }));
      while (status === 503);
      expect(status).toBe(401);
    };
    for (let done = 0; done < attempts.length; done += 4) await Promise.all(attempts.slice(done, done + 4).map(logIn));
  } finally {
    vi.restoreAllMocks();
  }
  return lines;
}
/** The same lines, a certain time apart. */
const apart = (lines: readonly LogLine[], milliseconds: number): LogLine[] =>
  lines.map(({ line }, place) => ({ line, at: new Date(Date.UTC(2026, 10, 23, 8) + place * milliseconds) }));

const alarm = `${example.name}-account-guessed-at`;
const ring = (which: string, lines: readonly LogLine[]) => rings(monitoring, which, 'apilogin', lines);

it('A15 S8 one password tried on 500 accounts raises the alarm, at once and over an hour, and no name is in the log', {
  timeout: 400_000,
}, async () => {
  const loginNames = await people(500);
  const password = 'Zomer2026 voor iedereen';
  const lines = await logIns(loginNames.map((loginName) => ({ loginName, password })));
  expect(lines).toHaveLength(500);
  for (const { line } of lines) {
    expect(line).toContain(agency.tenant.tenantId);
    expect(line).not.toMatch(/person-|zomer|2001:db8/i);
  }
  expect(ring(alarm, apart(lines, 100))).toBe(true);
  expect(ring(alarm, apart(lines, 7_000))).toBe(false);
  expect(ring(`${alarm}-in-an-hour`, apart(lines, 7_000))).toBe(true);
  expect(ring(alarm, [])).toBe(false);
});

it('A15 an ordinary morning’s wrong passwords raise none, not even those that block somebody', {
  timeout: 180_000,
}, async () => {
  const loginNames = await people(60);
  const lines: LogLine[] = [];
  for (let round = 0; round < 4; round++) {
    const again = loginNames.filter((_, place) => place % 4 >= round);
    lines.push(...(await logIns(again.map((loginName) => ({ loginName, password: `typing error ${round}` })))));
  }
  expect(lines).toHaveLength(60);
  for (const pause of [0, MINUTE / 2]) {
    expect(ring(alarm, apart(lines, pause))).toBe(false);
    expect(ring(`${alarm}-in-an-hour`, apart(lines, pause))).toBe(false);
  }
});
