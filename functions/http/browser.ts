import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { DEVICE_COOKIE, SESSION_COOKIE } from '../../contract/route.ts';
import type { Browser } from '../domain/access/devices/meet-device.ts';
import { cookie } from './credentials.ts';

/** Names by which browsers and systems are told apart. Most name others too, so the first that fits counts. */
const BROWSERS = ['Edg', 'OPR', 'SamsungBrowser', 'Firefox', 'FxiOS', 'CriOS', 'Chrome', 'Safari'] as const;
const SYSTEMS = ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'Linux'] as const;
const KNOWN_AS: Readonly<Record<string, string>> = {
  Edg: 'Edge',
  OPR: 'Opera',
  SamsungBrowser: 'Samsung Internet',
  FxiOS: 'Firefox',
  CriOS: 'Chrome',
  Macintosh: 'macOS',
};

/** What a browser shows of itself: the cookie of its device, and a name for its owner's list. */
export function browserOf(event: APIGatewayProxyEventV2): Browser {
  const { userAgent } = event.requestContext.http;
  const named = [BROWSERS, SYSTEMS]
    .map((names) => names.find((name) => userAgent.includes(name)))
    .filter((name) => name !== undefined);
  return {
    token: cookie(event, DEVICE_COOKIE),
    session: cookie(event, SESSION_COOKIE),
    label: named.length > 0 ? named.map((name) => KNOWN_AS[name] ?? name).join(', ') : undefined,
  };
}
