import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const httpsUrl = z.url({ protocol: /^https$/, error: 'Give an address such as https://api.websms.com' });

/** What differs from one deployment to the next: one file in infra/deployments for each. */
export const deploymentConfig = z.strictObject({
  $schema: z.string().optional(),
  /** begins the names of stacks, functions, queues and log groups; keeps two deployments in one account apart */
  name: z.string().regex(/^[a-z][a-z0-9-]{1,20}$/, 'Give 2 to 21 small letters, digits and hyphens, a letter first'),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'Give a region such as eu-central-1'),
  /** absent: the account of the credentials at hand */
  account: z
    .string()
    .regex(/^\d{12}$/, 'An account id has 12 digits')
    .optional(),
  iotEndpoint: z
    .string()
    .regex(
      /^[a-z0-9]+-ats\.iot\.[a-z0-9-]+\.amazonaws\.com$/,
      'Give the answer of: aws iot describe-endpoint --endpoint-type iot:Data-ATS',
    ),
  /** domains from which agencies mail, each verified in Amazon SES in this region; functions may mail from these alone */
  mailDomains: z.array(z.hostname('Give a domain such as example.org')).default([]),
  /** who is told of alarms; absent: nobody, the alarms still show on the dashboard */
  alarmMail: z.email('Give a mail address').optional(),
  /** where people, systems and boxes reach Heraut: CloudFront answers there with the pages and the API */
  site: z.strictObject({
    name: z.hostname('Give a host name such as portal.example.org'),
    certificateArn: z
      .string()
      .regex(
        /^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/,
        'Give the ARN of a certificate in us-east-1, as CloudFront asks',
      ),
  }),
  /** the API behind it; it refuses what does not bring CloudFront's secret */
  origin: z.strictObject({
    name: z.hostname('Give a host name such as origin.example.org'),
    certificateArn: z
      .string()
      .regex(/^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/.+$/, 'Give the ARN of a certificate in this region'),
    /** of what the secret <name>-origin in us-east-1 holds; two while one takes the place of the other */
    secretHashes: z
      .array(z.string().regex(/^[0-9a-f]{64}$/, 'Give the SHA-256 of the secret, 64 hexadecimal digits'))
      .min(1)
      .max(2),
    /** the version of the secret that CloudFront sends; absent: the current one at the first deployment */
    secretVersion: z.uuid('Give the VersionId that put-secret-value answered').optional(),
  }),
  /** where web providers of SMS are asked */
  providers: z.strictObject({ websms: httpsUrl, smsapiPl: httpsUrl, smsapiCom: httpsUrl }).default({
    websms: 'https://api.websms.com',
    smsapiPl: 'https://api.smsapi.pl',
    smsapiCom: 'https://api.smsapi.com',
  }),
  /** Logins hashed at the same time. Lambda keeps this many of the account's concurrency for them alone. */
  loginConcurrency: z.number().int().min(1).max(200).default(20),
  /** requests a second, and at once, that the API takes before it answers 429 */
  throttle: z
    .strictObject({ rate: z.number().int().min(1), burst: z.number().int().min(1) })
    .default({ rate: 500, burst: 1000 }),
  logRetentionDays: z.union([z.literal(14), z.literal(30), z.literal(90), z.literal(180), z.literal(365)]).default(90),
});
export type DeploymentConfig = z.output<typeof deploymentConfig>;

/** Reads infra/deployments/<name>.json. Throws an error that names every wrong field. */
export function readDeployment(name: string): DeploymentConfig {
  const file = join(import.meta.dirname, 'deployments', `${name}.json`);
  const checked = deploymentConfig.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!checked.success) throw new Error(`${file} is not valid:\n${z.prettifyError(checked.error)}`);
  return checked.data;
}
