import { fieldMessage } from '../../contract/catalogues/field-messages.ts';
import { secrets } from '../adapters/crypto/secrets.ts';
import { AccountRepository } from '../adapters/dynamodb/account-repository.ts';
import { AgencySiteRepository } from '../adapters/dynamodb/agency-site-repository.ts';
import { SecondFactorRepository } from '../adapters/dynamodb/second-factor-repository.ts';
import { SessionRepository } from '../adapters/dynamodb/session-repository.ts';
import type { Table } from '../adapters/dynamodb/table.ts';
import { authenticate } from '../domain/access/authenticate.ts';
import type { AgencySites } from '../domain/access/sites/model.ts';
import { agencySites } from '../http/agency-sites.ts';
import type { ApiDependencies } from '../http/api.ts';
import { clock, log } from './parts.ts';

/** What is in front of every function of the API. */
export function front() {
  return { log, siteOrigin: process.env['SITE_ORIGIN'], originHashes: process.env['ORIGIN_HASHES']?.split(',') };
}

/** What every function of the API needs: who makes a request, and where to log. */
export function api(from: Table, sites?: AgencySites): ApiDependencies {
  const accounts = new AccountRepository(from);
  const secondFactors = new SecondFactorRepository(from);
  const access = { accounts, sessions: new SessionRepository(from), secondFactors, sites, secrets, clock };
  return {
    authenticate: (credentials) => authenticate(access, credentials),
    ...front(),
  };
}

/** And what a function needs besides that pages of agencies' own sites ask. */
export function apiForSites(from: Table): ApiDependencies {
  const sites = new AgencySiteRepository(from);
  return { ...api(from, sites), agencySites: agencySites(sites), fieldMessage };
}
