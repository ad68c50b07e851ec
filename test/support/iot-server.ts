import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Certificates } from '../../local/certificates.ts';
import { CertificateRegister } from '../../local/iot/certificate-register.ts';
import { controlPlane } from '../../local/iot/control-plane.ts';
import { send } from '../../local/iot/service-error.ts';

export interface IotServer {
  readonly url: string;
  readonly register: CertificateRegister;
  /** `<method> <path>` of each call so far */
  readonly calls: string[];
  /** false: answers 500 before it does anything */
  works: boolean;
  close(): Promise<void>;
}

/** AWS IoT's control plane, as the local stack has it, without a broker: nobody is connected. */
export async function startIotServer(): Promise<IotServer> {
  const folder = await mkdtemp(join(tmpdir(), 'heraut-iot-'));
  const certificates = new Certificates(join(folder, 'certificates'));
  await certificates.broker();
  const register = await CertificateRegister.open(join(folder, 'register.json'));
  const control = controlPlane({ certificates, register, reload: async () => {} });
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${decodeURIComponent((request.url ?? '').split('?')[0] ?? '')}`);
    if (!iot.works) send(response, 500, {}, { 'x-amzn-errortype': 'InternalFailureException' });
    else if (!control(request, response))
      send(response, 404, { message: 'not connected' }, { 'x-amzn-errortype': 'ResourceNotFoundException' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const iot: IotServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    register,
    calls,
    works: true,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
  return iot;
}
