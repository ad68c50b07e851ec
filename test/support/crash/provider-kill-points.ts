import type { ProviderName } from '../../../contract/providers.ts';
import type { ProxiedRequest } from '../proxies/http-proxy.ts';
import type { ProviderWire } from './provider-stack.ts';

/** What becomes of a message when nothing is ever told of it: its end, and how often the provider took it. */
type End = readonly ['submitted' | 'unconfirmed', taken: 0 | 1];

/** A moment at which the process that calls a provider dies. */
export interface ProviderKillPoint {
  readonly name: string;
  readonly wire: (provider: ProviderName) => ProviderWire;
  readonly when: 'before' | 'after';
  readonly matches: (request: ProxiedRequest, tenantId: string, digits: string) => boolean;
  readonly ends: Readonly<Record<ProviderName, End>>;
}

const toTable = () => 'provider-calls → dynamodb' as const;
const toProvider = (provider: ProviderName) => `provider-calls → ${provider}` as const;
const claims = ({ operation, body }: ProxiedRequest, tenantId: string) =>
  operation === 'UpdateItem' && body.includes('"calling"') && body.includes(tenantId) && body.includes('msg_');
const writesResult = ({ operation, body }: ProxiedRequest, tenantId: string) =>
  operation === 'TransactWriteItems' && body.includes('"submitted"') && body.includes(tenantId);
const asksProvider = ({ body }: ProxiedRequest, _: string, digits: string) => body.includes(digits);

const WHOLE: ProviderKillPoint['ends'] = { smsapi: ['submitted', 1], websms: ['submitted', 1] };
const NEVER_ASKED: ProviderKillPoint['ends'] = { smsapi: ['submitted', 1], websms: ['unconfirmed', 0] };
const ANSWER_LOST: ProviderKillPoint['ends'] = { smsapi: ['submitted', 1], websms: ['unconfirmed', 1] };

/** The last ones first: what dies early is taken up by a living process soonest. */
export const PROVIDER_KILL_POINTS: readonly ProviderKillPoint[] = [
  { name: 'after the result was written', wire: toTable, when: 'after', matches: writesResult, ends: WHOLE },
  { name: 'before the result is written', wire: toTable, when: 'before', matches: writesResult, ends: ANSWER_LOST },
  { name: 'after the provider answered', wire: toProvider, when: 'after', matches: asksProvider, ends: ANSWER_LOST },
  { name: 'before the provider is asked', wire: toProvider, when: 'before', matches: asksProvider, ends: NEVER_ASKED },
  { name: 'after the claim was stored', wire: toTable, when: 'after', matches: claims, ends: NEVER_ASKED },
  { name: 'before the claim is stored', wire: toTable, when: 'before', matches: claims, ends: WHOLE },
];
