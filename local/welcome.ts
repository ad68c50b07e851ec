import { apiTokenOf } from '../functions/domain/access/tokens.ts';
import { DEMO_TENANTS } from './demo/demo-data.ts';
import type { DemoLogin } from './demo/demo-people.ts';
import { HOST, type Ports } from './ports.ts';

/** What `npm start` prints: addresses, logins, and the first thing to try. */
export function welcome(ports: Ports): string {
  const addresses = [
    // by its name: passkeys belong to names, never to addresses
    ['web app', `http://localhost:${ports.gateway}`],
    ['API', `http://${HOST}:${ports.gateway}`],
    ['API page', `http://${HOST}:${ports.gateway}/docs`],
    ['phones', `http://${HOST}:${ports.phones}`],
    ['mail inbox', `http://${HOST}:${ports.mail}`],
  ].map(([what = '', where]) => `  ${what.padEnd(11)} ${where}`);
  const logins = DEMO_TENANTS.flatMap(({ tenantId, name, slug, employee, apiToken, ...demo }) => [
    `  ${name} (${slug})`,
    login('staff', employee),
    ...('placing' in demo ? [login('worker', demo.placing.worker), login('hirer', demo.placing.contact)] : []),
    `    API token  ${apiTokenOf(tenantId, apiToken.tokenId, apiToken.secret)}`,
  ]);
  return [
    '',
    ...addresses,
    '',
    'Demo logins (of this machine alone):',
    ...logins,
    '',
    'Send the first SMS:',
    "  npm run send -- --to +31612345678 --text 'Goedemorgen'",
    'Answer it on the page of the phones, and see it with: npm run inbox',
    '',
  ].join('\n');
}

const login = (who: string, { loginName, password }: DemoLogin) => `    ${who.padEnd(10)} ${loginName} / ${password}`;
