import type { RoutesOf } from '../../contract/route.ts';
import type { WorkerFields } from '../../contract/routes/directory/workers.ts';
import type { ownAccountRoutes } from '../../contract/routes/own-account.ts';
import {
  askMailAddressChange,
  changePhones,
  type OwnContactDataDependencies,
  proveMailAddress,
} from '../domain/access/own-contact-data/change-contact-data.ts';
import { findEntry } from '../domain/directory/entries/keep-entry.ts';
import type { Entry } from '../domain/directory/entries/model.ts';
import { actorOf } from './actor.ts';
import type { Handlers } from './api.ts';
import { etag } from './entry-handlers.ts';

/** A worker's own mail addresses and phone numbers. */
export function contactDataHandlers(
  deps: OwnContactDataDependencies,
): Handlers<RoutesOf<typeof ownAccountRoutes, 'api-directory'>> {
  return {
    getContactData: async ({ principal }) => answer(await findEntry(deps.entries, principal.tenantId, principal.id)),
    changePhones: async (request) => {
      const { principal, version, body } = request;
      return answer(await changePhones(deps, actorOf(request), principal, version, body.phones));
    },
    askMailAddressChange: async (request) => {
      await askMailAddressChange(deps, actorOf(request), request.principal, request.body.mailAddress);
      return { body: undefined };
    },
    proveMailAddress: async (request) =>
      answer(await proveMailAddress(deps, actorOf(request), request.principal, request.body.code)),
  };
}

function answer(worker: Entry<WorkerFields>) {
  const { mailAddresses, phones } = worker.fields;
  return { body: { mailAddresses, phones, version: worker.version }, headers: etag(worker) };
}
