import { boxes as boxTexts } from '../../contract/catalogues/field-messages/boxes.ts';
import { iotControlClient } from '../adapters/clients.ts';
import { fingerprintOf, readCertificateRequest } from '../adapters/crypto/certificate-request.ts';
import { joinSecrets } from '../adapters/crypto/join-secrets.ts';
import { BoxAccessRepository } from '../adapters/dynamodb/box-access-repository.ts';
import { BoxRepository } from '../adapters/dynamodb/box-repository.ts';
import { LimitCounters } from '../adapters/dynamodb/limit-counters.ts';
import { IotCertificateAuthority } from '../adapters/iot/certificate-authority.ts';
import { api } from './front.ts';
import { clock, dataPlane, downlinks, log, setting, table, trouble } from './parts.ts';

export function boxCertificates() {
  const one = table();
  const iot = iotControlClient();
  const policyName = setting('BOX_POLICY');
  const thingType = setting('BOX_THING_TYPE');
  return {
    log,
    api: api(one, boxTexts),
    /** where boxes connect, and who signs for it */
    broker: { host: setting('BOX_HOST'), port: Number(setting('BOX_PORT')), authority: setting('BOX_AUTHORITY') },
    certificates: {
      boxes: new BoxRepository(one),
      accesses: new BoxAccessRepository(one),
      authority: new IotCertificateAuthority({ iot, dataPlane: dataPlane(), policyName, thingType }),
      counters: new LimitCounters(one),
      readRequest: readCertificateRequest,
      fingerprintOf,
      joinSecrets,
      downlinks: downlinks(),
      trouble,
      clock,
    },
  };
}
