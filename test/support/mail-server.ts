import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type sesLocal from 'aws-ses-v2-local';

// It is CommonJS, whose default export Node and the test runner see differently.
const { default: listen } = createRequire(import.meta.url)('aws-ses-v2-local') as typeof sesLocal;

/** A mail as the inbox of the local stack keeps it. */
export interface StoredMail {
  readonly from: string;
  readonly destination: { readonly to: string[] };
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly body: { readonly text?: string; readonly html?: string };
}

/** The mail server of the local stack, for one test file; it may be stopped, and started again at the same address. */
export async function startMailServer() {
  const host = '127.0.0.1';
  let server: Server = await listen({ host, port: 0 });
  const { port } = server.address() as AddressInfo;
  const url = `http://${host}:${port}`;
  // The mails are the package's, which stays loaded while a process runs one file after the other.
  await fetch(`${url}/clear-store`, { method: 'POST' });
  return {
    url,
    async mails(): Promise<StoredMail[]> {
      const { emails } = (await (await fetch(`${url}/store`)).json()) as { emails: StoredMail[] };
      return emails;
    },
    async start(): Promise<void> {
      server = await listen({ host, port });
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
