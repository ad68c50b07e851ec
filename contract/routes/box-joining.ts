import * as z from 'zod/mini';
import { boxId, csr, instant, line, moment } from '../fields.ts';
import type { Route } from '../route.ts';

export const BOX_NAME_AT_MOST = 60;

const invitation = z.object({
  id: boxId,
  thing: z.string().register(z.globalRegistry, { description: 'Its name in AWS IoT: tenant id, colon, box id' }),
  joinCode: z.string().register(z.globalRegistry, { description: 'Shown this once; good for one box, once' }),
  joinCodeExpiresAt: moment('The join code is refused from then on'),
  command: z.string().register(z.globalRegistry, { description: 'What the installer runs on the box' }),
});

export const boxJoiningRoutes = {
  addBox: {
    method: 'POST',
    path: '/v1/boxes',
    function: 'api-boxes',
    summary: 'Add a box; a repeated request gives the same box and a new join code',
    access: 'boxes:manage',
    idempotencyKey: 'required',
    body: z.strictObject({
      name: line('Give a name that tells where the box is', BOX_NAME_AT_MOST).register(z.globalRegistry, {
        description: 'Tells where it is',
        examples: ['Kantoor Utrecht'],
      }),
    }),
    answer: { status: 201, schema: invitation },
    errors: ['too-many-boxes', 'idempotency-key-reused'],
  },
  renewJoinCode: {
    method: 'POST',
    repeated: 'renewed',
    path: '/v1/boxes/{boxId}/join-code',
    function: 'api-boxes',
    summary: 'Make a new join code; the one before is void',
    access: 'boxes:manage',
    params: z.object({ boxId }),
    answer: { status: 201, schema: invitation },
    errors: ['not-found'],
  },
  removeBox: {
    method: 'DELETE',
    path: '/v1/boxes/{boxId}',
    function: 'box-certificates',
    summary: 'Remove a box and withdraw its certificate, at once; what it had and did not send is unconfirmed',
    access: 'boxes:manage',
    params: z.object({ boxId }),
    answer: { status: 204 },
    errors: ['not-found'],
  },
  joinBox: {
    method: 'POST',
    repeated: 'proof',
    path: '/v1/box-joins',
    function: 'box-certificates',
    summary: 'A box asks for its certificate; the same code and key get the same one again',
    access: 'open',
    body: z.strictObject({
      code: z
        .string('Give the join code')
        .check(z.maxLength(200))
        .register(z.globalRegistry, { description: 'The join code of the box' }),
      csr: csr.register(z.globalRegistry, {
        description: 'PKCS #10 in PEM, its subject CN=<thing>; a key of P-256, or RSA of 2048 bits or more',
      }),
    }),
    answer: {
      status: 201,
      schema: z.object({
        thing: z.string(),
        certificate: z.string().register(z.globalRegistry, { description: 'In PEM' }),
        authority: z.string().register(z.globalRegistry, { description: 'Who signs for the broker, in PEM' }),
        host: z.string().register(z.globalRegistry, { description: 'Of the broker, MQTT over TLS' }),
        port: z.int(),
        at: instant,
      }),
    },
    errors: ['join-code-refused', 'certificate-request-invalid', 'too-many-tries'],
  },
} as const satisfies Record<string, Route>;
