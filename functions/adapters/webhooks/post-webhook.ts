import { lookup as resolve } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { ANSWER_WITHIN } from '../../domain/webhooks/model.ts';
import type { Posted, WebhookPost } from '../../domain/webhooks/ports.ts';

/** Bytes of an answer that are read before the connection is cut: its status alone counts. */
const ANSWER_AT_MOST = 16 * 1024;

class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

export interface PostSettings {
  /** whether a connection may be made to this IP address */
  readonly isAllowed: (address: string) => boolean;
  /** http is for one machine alone */
  readonly permitsHttp: boolean;
  /** milliseconds */
  readonly answerWithin?: number;
  readonly resolve?: typeof resolve;
}

/**
 * Sends to addresses that somebody else has typed. The addresses that a name resolves to are checked as the connection is made, and it
 * is made to one of these: a name that leads elsewhere a moment later (DNS rebinding) gains nothing. No redirect is followed.
 */
export function postWebhook({ answerWithin = ANSWER_WITHIN, ...settings }: PostSettings): WebhookPost {
  return (typed, headers, body) =>
    new Promise<Posted>((done) => {
      const url = new URL(typed);
      const host = url.hostname.replace(/^\[|\]$/g, '');
      const isSecure = url.protocol === 'https:';
      // A name is checked as it is resolved; an address is never resolved.
      if ((!isSecure && !settings.permitsHttp) || (isIP(host) !== 0 && !settings.isAllowed(host)))
        return done({ kind: 'fault', fault: 'address-refused' });
      const request = (isSecure ? requestSecure : requestPlain)(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        lookup: checkedLookup(settings),
        agent: false,
      });
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        request.destroy();
      }, answerWithin);
      const end = (posted: Posted) => {
        clearTimeout(timer);
        done(posted);
        request.destroy();
      };
      request.on('error', (error) => {
        const fault = error instanceof AddressRefused ? 'address-refused' : 'no-connection';
        end({ kind: 'fault', fault: isLate ? 'no-answer-in-time' : fault });
      });
      request.on('response', (response) => {
        const answered = () => end({ kind: 'answered', status: response.statusCode ?? 0 });
        let bytes = 0;
        response.on('data', (piece: Buffer) => {
          bytes += piece.length;
          if (bytes > ANSWER_AT_MOST) answered();
        });
        response.on('end', answered);
        // Its status has come: that the rest did not is no matter.
        response.on('error', answered);
      });
      request.end(body);
    });
}

/** Refuses a name when one of its addresses is not allowed, whichever would be taken. */
function checkedLookup({ isAllowed, resolve: lookup = resolve }: PostSettings): LookupFunction {
  return (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const isRefused = addresses.length === 0 || addresses.some(({ address }) => !isAllowed(address));
      if (isRefused) return callback(new AddressRefused(), []);
      const [first] = addresses;
      if (options.all) return callback(null, addresses);
      return callback(null, first?.address ?? '', first?.family ?? 0);
    });
  };
}
