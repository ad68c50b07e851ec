import { expect } from 'vitest';
import type { ApiFunction, Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { keys, NOTIFICATION, personPartition } from '../../functions/adapters/dynamodb/keys.ts';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import type { ApiHandler } from '../../functions/http/create-api.ts';
import { loadAfter } from './after.ts';
import { anAddress } from './agency.ts';
import { send } from './functions.ts';
import type { StoredMail } from './mail-server.ts';
import { makePortal } from './portal.ts';

const SENDER = { name: 'De Brug', address: 'noreply@debrug.example' };

interface Parts {
  readonly functions: Record<ApiFunction, ApiHandler>;
  readonly table: Table;
  readonly server: { mails(): Promise<StoredMail[]> };
}

/** A portal whose agency can mail, with the steps of a recovery. Requests come from an address of their own each. */
export async function makeRecoveries({ functions, table, server }: Parts) {
  const portal = await makePortal(functions, table);
  const follow = await loadAfter();
  const { body } = await portal.staff(routes.getSettings);
  const { version, ...settings } = body;
  const correspondence = { ...settings.correspondence, mailSender: SENDER, mailOnAccessChange: false };
  const changed = { ...settings, correspondence };
  const headers = { 'if-match': `"${version}"` };
  expect((await portal.staff(routes.changeSettings, { body: changed, headers })).status).toBe(200);

  const ask = (route: Route, recoveryId: string | undefined, given: object) => {
    const params = recoveryId === undefined ? {} : { recoveryId };
    return send(functions, route, { address: anAddress(), params, body: { tenant: portal.slug, ...given } });
  };
  const start = (account: string, more: object = {}) => ask(routes.startRecovery, undefined, { account, ...more });
  const prove = (recoveryId: string, code: string) => ask(routes.proveRecoveryCode, recoveryId, { code });
  const answer = (recoveryId: string, proof: string, word: string) =>
    ask(routes.answerRecoveryQuestion, recoveryId, { proof, answer: word });
  const setPassword = (recoveryId: string, proof: string, password: string) =>
    ask(routes.setRecoveredPassword, recoveryId, { proof, password });

  const mailsTo = async (address: string) =>
    (await server.mails()).filter(({ destination }) => destination.to.includes(address));
  /** What `after` does once the stream brings it a recovery. */
  const followed = async (recoveryId: string) =>
    follow((await table.get(keys.recovery(portal.tenantId, recoveryId))) ?? {});
  /** The newest code that was mailed. */
  const codeIn = async (address: string) =>
    /: (\d{8})\n/.exec((await mailsTo(address)).at(-1)?.body.text ?? '')?.[1] ?? '';
  /** Starts a recovery, and takes the code from the mail. */
  async function mailed(account: string, address: string) {
    const { recoveryId } = (await start(account)).body;
    expect(await followed(recoveryId)).toBe(true);
    return { recoveryId, code: await codeIn(address) };
  }
  async function proven(account: string, address: string) {
    const { recoveryId, code } = await mailed(account, address);
    const { status, body } = await prove(recoveryId, code);
    expect(status).toBe(200);
    return { recoveryId, ...body } as { recoveryId: string; proof: string; question?: string };
  }
  /** What `after` does with each line in a person's file. */
  async function noticesFollowed(personId: string): Promise<void> {
    const { items } = await table.query({
      partition: { pk: personPartition(portal.tenantId, personId) },
      sort: { attribute: 'sk', beginsWith: NOTIFICATION },
      limit: 100,
    });
    for (const item of items) await follow(item);
  }
  /** What `after` does once the stream brings it the new address that a worker asked for; its code. */
  async function addressFollowed(workerId: string, mailAddress: string): Promise<string> {
    expect(await follow((await table.get(keys.mailAddressChange(portal.tenantId, workerId))) ?? {})).toBe(true);
    return codeIn(mailAddress);
  }
  return {
    addressFollowed,
    portal,
    start,
    prove,
    answer,
    setPassword,
    mailsTo,
    followed,
    mailed,
    proven,
    noticesFollowed,
  };
}
export type RecoverySteps = Awaited<ReturnType<typeof makeRecoveries>>;
