import {
  AttachPolicyCommand,
  AttachThingPrincipalCommand,
  CreateCertificateFromCsrCommand,
  CreateThingCommand,
  DetachPolicyCommand,
  DetachThingPrincipalCommand,
  type IoTClient,
  UpdateCertificateCommand,
} from '@aws-sdk/client-iot';
import { DeleteConnectionCommand, type IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane';
import type { BoxCertificate } from '../../domain/edge/model.ts';
import type { CertificateAuthority } from '../../domain/edge/ports.ts';
import { unavailable } from '../unavailable.ts';

type Handle = Pick<BoxCertificate, 'certificateId' | 'arn'>;

export interface IotAuthorityOptions {
  readonly iot: IoTClient;
  readonly dataPlane: IoTDataPlaneClient;
  /** of the IoT policy that every box has, and of the type of their things */
  readonly policyName: string;
  readonly thingType: string;
}

/** Certificates by AWS IoT. Source: AWS IoT API Reference, of each command. */
export class IotCertificateAuthority implements CertificateAuthority {
  readonly #options: IotAuthorityOptions;

  constructor(options: IotAuthorityOptions) {
    this.#options = options;
  }

  async issue(csr: string): Promise<Handle & { pem: string }> {
    const { iot } = this.#options;
    const { certificateId, certificateArn, certificatePem } = await named(
      iot.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: csr, setAsActive: false })),
    );
    if (!certificateId || !certificateArn || !certificatePem) throw new Error('AWS IoT issued no certificate');
    return { certificateId, arn: certificateArn, pem: certificatePem };
  }

  /** Active last: before that it opens nothing. */
  async admit(thingName: string, { certificateId, arn }: Handle): Promise<void> {
    const { iot, policyName, thingType } = this.#options;
    await named(iot.send(new CreateThingCommand({ thingName, thingTypeName: thingType })));
    await named(iot.send(new AttachPolicyCommand({ policyName, target: arn })));
    await named(iot.send(new AttachThingPrincipalCommand({ thingName, principal: arn })));
    await named(iot.send(new UpdateCertificateCommand({ certificateId, newStatus: 'ACTIVE' })));
  }

  /** Inactive first: that alone refuses the next connection. */
  async withdraw(thingName: string, { certificateId, arn }: Handle): Promise<void> {
    const { iot, policyName } = this.#options;
    await unlessGone(iot.send(new UpdateCertificateCommand({ certificateId, newStatus: 'INACTIVE' })));
    await unlessGone(iot.send(new DetachThingPrincipalCommand({ thingName, principal: arn })));
    await unlessGone(iot.send(new DetachPolicyCommand({ policyName, target: arn })));
  }

  async disconnect(thing: string): Promise<void> {
    const clientId = thing;
    await unlessGone(this.#options.dataPlane.send(new DeleteConnectionCommand({ clientId, cleanSession: true })));
  }
}

async function named<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw unavailable(error) ?? error;
  }
}

/** It was done before, or there was nothing to be done. */
async function unlessGone(call: Promise<unknown>): Promise<void> {
  await named(call).catch((error: unknown) => {
    if ((error as Error).name !== 'ResourceNotFoundException') throw error;
  });
}
