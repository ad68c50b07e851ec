import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { systemClock } from '../agent/environment.ts';
import type { EdgeConfig } from '../config.ts';
import { FolderIdentityStore } from '../identity/identity-store.ts';
import { RenewingLink } from '../identity/renewing-link.ts';
import { jsonLog } from '../json-log.ts';
import type { Host, Link } from '../ports.ts';
import { MqttLink } from './mqtt-link.ts';

export interface CloudLink {
  readonly link: Link;
  /** of the certificate that it connects with now */
  readonly certificateEndsAt: Host['certificateEndsAt'];
}

/** The link of a configuration: by the identity that `join` made, which it renews, or by files as they are. */
export async function cloudLink({ thing, cloud }: Pick<EdgeConfig, 'thing' | 'cloud'>): Promise<CloudLink> {
  const { host, port, authority } = cloud;
  const endpoint = { thing, host, port, authority, log: jsonLog };
  if (!('identity' in cloud)) {
    const [certificate, privateKey] = await Promise.all([
      readFile(cloud.certificate, 'utf8'),
      readFile(cloud.privateKey, 'utf8'),
    ]);
    return {
      link: new MqttLink({ ...endpoint, credentials: { certificate, privateKey } }),
      certificateEndsAt: async () => new X509Certificate(certificate).validToDate,
    };
  }
  const store = new FolderIdentityStore(cloud.identity);
  const candidates = (await store.candidates()).filter((identity) => identity.thing === thing);
  const [newest] = candidates;
  if (!newest)
    throw new Error(`${cloud.identity} has no certificate of ${thing}. Join first: heraut-edge join --url … --code …`);
  const link = new RenewingLink(
    {
      thing,
      link: new MqttLink({ ...endpoint, credentials: newest }),
      store,
      renewAfterDays: cloud.renewAfterDays,
      // its library takes longer to load than all the rest, and is needed once a year
      request: async (...named) => (await import('../identity/certificate-request.ts')).certificateRequest(...named),
      clock: systemClock,
      log: jsonLog,
    },
    candidates,
  );
  return { link, certificateEndsAt: async () => link.inUse.validTo };
}
