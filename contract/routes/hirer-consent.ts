import * as z from 'zod/mini';
import { line, moment } from '../fields.ts';
import { HIRER_CONSENT_TEXT_VERSION } from '../hirer-consent-text.ts';
import type { Route } from '../route.ts';
import { workerId } from './directory/worker-id.ts';

const textVersion = line('Give the version of the text that the worker was shown', 40).register(z.globalRegistry, {
  description: 'Version of the text of the consent',
  examples: [HIRER_CONSENT_TEXT_VERSION],
});

export const hirerConsentBody = z
  .strictObject({
    given: z.boolean('Say true or false').register(z.globalRegistry, {
      description:
        '“Toestemming om persoonsgegevens aan relatie te laten zien”: bank account, nationality, place of birth, marital status',
    }),
    textVersion,
  })
  .check(
    // A consent is withdrawn whatever text the page shows.
    z.refine((body) => !body.given || body.textVersion === HIRER_CONSENT_TEXT_VERSION, {
      path: ['textVersion'],
      message: 'The text has changed: show the worker version {version} and ask again',
      params: { version: HIRER_CONSENT_TEXT_VERSION },
    }),
  );
export type HirerConsentBody = z.output<typeof hirerConsentBody>;

export const hirerConsent = z.object({
  given: z.boolean(),
  text: z.string().register(z.globalRegistry, { description: 'The present text, in the language of Accept-Language' }),
  textVersion: z.string().register(z.globalRegistry, { description: 'Version of the present text' }),
  decided: z.optional(
    z
      .object({
        at: moment('When it was given or withdrawn last'),
        by: z.string().register(z.globalRegistry, { description: 'Id of the worker, the employee or the API token' }),
        textVersion: z.string().register(z.globalRegistry, { description: 'Version of the text that was shown then' }),
      })
      .register(z.globalRegistry, { description: 'Absent where nobody ever decided: then it is not given' }),
  ),
  version: z.int().register(z.globalRegistry, { description: 'Goes up with each decision; also the ETag' }),
});

const ofWorker = {
  path: '/v1/workers/{workerId}/hirer-consent',
  function: 'api-directory',
  params: z.object({ workerId }),
} as const;
const ofOneself = {
  path: '/v1/my/hirer-consent',
  function: 'api-directory',
  access: 'worker',
  fromAgencySites: true,
} as const;

export const hirerConsentRoutes = {
  getHirerConsent: {
    ...ofWorker,
    method: 'GET',
    summary: 'Whether a worker’s hirers see the shielded particulars',
    access: 'workers:read',
    answer: { status: 200, schema: hirerConsent },
    errors: ['not-found'],
  },
  setHirerConsent: {
    ...ofWorker,
    method: 'PUT',
    summary: 'Record that a worker gives or withdraws the consent',
    access: 'workers:manage',
    ifMatch: 'required',
    body: hirerConsentBody,
    answer: { status: 200, schema: hirerConsent },
    errors: ['not-found', 'changed-meanwhile'],
  },
  getMyHirerConsent: {
    ...ofOneself,
    method: 'GET',
    summary: 'Whether my hirers see my shielded particulars',
    answer: { status: 200, schema: hirerConsent },
    errors: [],
  },
  setMyHirerConsent: {
    ...ofOneself,
    method: 'PUT',
    summary: 'Give or withdraw my consent',
    ifMatch: 'required',
    body: hirerConsentBody,
    answer: { status: 200, schema: hirerConsent },
    errors: ['changed-meanwhile'],
  },
} as const satisfies Record<string, Route>;
