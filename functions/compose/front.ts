import { accounts } from '../../contract/catalogues/field-messages/accounts.ts';
import { fieldMessages } from '../../contract/catalogues/field-messages/index.ts';
import { kinds } from '../../contract/catalogues/field-messages/kinds.ts';
import type { Translated } from '../../contract/catalogues/field-messages/translated.ts';
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

/** Messages of fields that a function says beside those that all say. */
type Texts = Readonly<Record<string, Translated>>;

/** What is in front of every function of the API. */
export function front(...texts: readonly Texts[]) {
  return {
    log,
    siteOrigin: process.env['SITE_ORIGIN'],
    originHashes: process.env['ORIGIN_HASHES']?.split(','),
    fieldMessage: fieldMessages(kinds, accounts, ...texts),
  };
}

/** What every function of the API needs: who makes a request, and where to log. */
export const api = (from: Table, ...texts: readonly Texts[]): ApiDependencies => apiWith(from, undefined, texts);

/** And what a function needs besides that pages of agencies' own sites ask. */
export function apiForSites(from: Table, ...texts: readonly Texts[]): ApiDependencies {
  const sites = new AgencySiteRepository(from);
  return { ...apiWith(from, sites, texts), agencySites: agencySites(sites) };
}

function apiWith(from: Table, sites: AgencySites | undefined, texts: readonly Texts[]): ApiDependencies {
  const accounts = new AccountRepository(from);
  const secondFactors = new SecondFactorRepository(from);
  const access = { accounts, sessions: new SessionRepository(from), secondFactors, sites, secrets, clock };
  return { authenticate: (credentials) => authenticate(access, credentials), ...front(...texts) };
}
