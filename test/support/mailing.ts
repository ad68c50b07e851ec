import { afterAll, beforeAll, expect } from 'vitest';
import type { Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { loadAfter } from './after.ts';
import type { EventInput } from './api-event.ts';
import { type Answered, loadFunctions } from './functions.ts';
import { startMailServer } from './mail-server.ts';

export const MAIL_SENDER = { name: 'De Brug', address: 'noreply@debrug.example' };

/** For a test file: the functions as they are deployed, on this table, with a mail server, and what follows the table's stream. */
export function useMailing(tableName: string) {
  let server: Awaited<ReturnType<typeof startMailServer>>;
  let functions: Awaited<ReturnType<typeof loadFunctions>>;
  let follow: Awaited<ReturnType<typeof loadAfter>>;
  beforeAll(async () => {
    server = await startMailServer();
    functions = await loadFunctions(tableName, undefined, server.url);
    follow = await loadAfter();
  });
  afterAll(() => server.stop());
  return {
    get server() {
      return server;
    },
    get functions() {
      return functions;
    },
    follow: (...of: Parameters<typeof follow>) => follow(...of),
    mailsTo: async (address: string) =>
      (await server.mails()).filter(({ destination }) => destination.to.includes(address)),
  };
}

/** Has an agency's mails go out, from a sender of its own. @param ask as somebody who may change its settings */
export async function nameMailSender(ask: (route: Route, input: EventInput) => Promise<Answered>): Promise<void> {
  const correspondence = {
    ...{ mailOnAccessChange: true, disclaimer: {}, mailPolicy: 'general', mailSender: MAIL_SENDER },
  };
  const settings = { body: { correspondence, loginPrefix: 'EF' }, headers: { 'if-match': '"0"' } };
  expect((await ask(routes.changeSettings, settings)).status).toBe(200);
}
