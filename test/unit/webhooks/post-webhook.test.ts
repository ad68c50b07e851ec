import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { postWebhook } from '../../../functions/adapters/webhooks/post-webhook.ts';
import { isLoopbackAddress, isPublicAddress } from '../../../functions/adapters/webhooks/public-addresses.ts';
import { checkAddress } from '../../../functions/domain/webhooks/address.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Resolves every name to these, as DNS would. */
const resolvingTo = (...addresses: string[]) =>
  ((_: string, __: object, callback: (error: null, found: object[]) => void) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as never;

const onOneMachine = { isAllowed: isLoopbackAddress, permitsHttp: true };

describe('addresses', () => {
  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
    ...['172.31.255.255', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1', '203.0.113.9'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', 'fc00::1', 'fd12::1', 'fe80::1'],
    ...['ff02::1', '2001:db8::1', '2001::1', '2002:7f00:1::', '3fff::1', 'nonsense', ''],
  ])('B6 %s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '193.99.144.80', '2a00:1450:4001::200e', '2606:4700::1'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('an address that somebody types', () => {
  const check = (url: string, permitsLoopback = false) => checkAddress(url, isPublicAddress, permitsLoopback);

  it.each([
    ...['http://planning.example/', 'ftp://planning.example/', 'planning.example', 'https://', 'javascript:1'],
    ...['https://user:secret@planning.example/', 'https://localhost/', 'https://intranet/', 'https://127.0.0.1/'],
    ...[
      'https://2130706433/',
      'https://0x7f.1/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://10.0.0.1:8443/',
    ],
    ...['https://a.localhost/', 'https://169.254.169.254/latest'],
  ])('B6 is refused: %s', (url) => {
    expect(() => check(url)).toThrow(expect.objectContaining({ code: 'invalid-request' }));
  });

  it('is taken where it is https and public, or where the deployment is one machine', () => {
    expect(() => check('https://planning.example:8443/in?key=1')).not.toThrow();
    expect(() => check('https://193.99.144.80/in')).not.toThrow();
    expect(() => check('http://127.0.0.1:4000/in', true)).not.toThrow();
    expect(() => check('ftp://127.0.0.1/in', true)).toThrow();
  });
});

describe('a post', () => {
  it('B6 is never made to an address that is not public, whichever name leads there', async () => {
    let asked = 0;
    const port = await listen((_, response) => {
      asked += 1;
      response.end();
    });
    const post = (url: string, ...addresses: string[]) =>
      postWebhook({ isAllowed: isPublicAddress, permitsHttp: true, resolve: resolvingTo(...addresses) })(url, {}, '{}');
    const refused = { kind: 'fault', fault: 'address-refused' };
    expect(await post(`http://planning.example:${port}/`, '127.0.0.1')).toEqual(refused);
    expect(await post(`http://planning.example:${port}/`, '193.99.144.80', '127.0.0.1')).toEqual(refused);
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual(refused);
    expect(await post(`http://[::ffff:127.0.0.1]:${port}/`)).toEqual(refused);
    expect(asked).toBe(0);
  });

  it('B6 is made by https alone, but on one machine', async () => {
    const port = await listen((_, response) => response.end());
    const url = `http://127.0.0.1:${port}/`;
    expect(await postWebhook({ ...onOneMachine, permitsHttp: false })(url, {}, '{}')).toMatchObject({
      fault: 'address-refused',
    });
    expect(await postWebhook(onOneMachine)(url, {}, '{}')).toEqual({ kind: 'answered', status: 200 });
  });

  it('goes to the address that was checked, with its body', async () => {
    const heard: string[] = [];
    const port = await listen(async (request, response) => {
      for await (const piece of request) heard.push(`${request.headers.host} ${piece}`);
      response.writeHead(204).end();
    });
    const post = postWebhook({ ...onOneMachine, resolve: resolvingTo('127.0.0.1') });
    expect(await post(`http://planning.example:${port}/`, { 'webhook-id': 'evt_1' }, '{"a":"ü"}')).toMatchObject({
      status: 204,
    });
    expect(heard).toEqual([`planning.example:${port} {"a":"ü"}`]);
  });

  it('B6 follows no redirect', async () => {
    const paths: (string | undefined)[] = [];
    const port = await listen((request, response) => {
      paths.push(request.url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await postWebhook(onOneMachine)(`http://127.0.0.1:${port}/in`, {}, '{}')).toEqual({
      kind: 'answered',
      status: 307,
    });
    expect(paths).toEqual(['/in']);
  });

  it('B6 ends in time where no answer comes, and reads no answer without end', async () => {
    const silent = await listen(() => {});
    const post = postWebhook({ ...onOneMachine, answerWithin: 50 });
    expect(await post(`http://127.0.0.1:${silent}/`, {}, '{}')).toEqual({ kind: 'fault', fault: 'no-answer-in-time' });
    let written = 0;
    const endless = await listen((_, response) => {
      const more = () => {
        written += 1;
        if (!response.destroyed) response.write('x'.repeat(1024), () => setImmediate(more));
      };
      more();
    });
    const patient = postWebhook(onOneMachine);
    expect(await patient(`http://127.0.0.1:${endless}/`, {}, '{}')).toEqual({ kind: 'answered', status: 200 });
    expect(written).toBeGreaterThan(10);
  });

  it('says where no connection came about', async () => {
    const port = await listen(() => {});
    servers[0]?.close();
    await once(servers[0] as Server, 'close');
    expect(await postWebhook(onOneMachine)(`http://127.0.0.1:${port}/`, {}, '{}')).toEqual({
      kind: 'fault',
      fault: 'no-connection',
    });
  });
});
