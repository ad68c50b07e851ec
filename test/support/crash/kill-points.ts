import { existsSync } from 'node:fs';
import { vi } from 'vitest';
import type { PartName } from '../../../local/parts/settings.ts';
import type { ProxiedRequest } from '../proxies/http-proxy.ts';
import type { CrashStack, WireName } from './crash-stack.ts';
import type { DeathPlan } from './plan-death.ts';
import { planDeath } from './plan-death.ts';

/** A moment at which a process dies. */
export interface KillPoint {
  readonly name: string;
  /** the part in the agent's hands never reaches the modem, and nobody can know */
  readonly losesPart?: true;
  arm(stack: CrashStack): Promise<Trap>;
}

export interface Trap {
  /** resolves when the process stands at the point, or has died there already */
  readonly sprung: Promise<unknown>;
  /** Once it is sprung: SIGKILL, if it lives, and a start. Resolves when it is ready. */
  recover(): Promise<void>;
}

const WAIT = { timeout: 60_000, interval: 20 };

/** The process dies while a request of its stands on the wire; the request itself goes no further. */
function onTheWire(
  name: string,
  part: PartName,
  wire: WireName,
  when: 'before' | 'after',
  matches: (request: ProxiedRequest) => boolean,
): KillPoint {
  return {
    name,
    async arm(stack) {
      const sprung = stack.wires[wire].hold(when, matches);
      return {
        sprung,
        async recover() {
          await stack.kill(part);
          (await sprung).drop();
          await stack.revive(part);
        },
      };
    },
  };
}

/** The agent dies right after a record is synced, before it knows that it is. */
function afterRecord(name: string, plan: DeathPlan): KillPoint {
  return {
    name,
    async arm(stack) {
      planDeath(stack.deathPlan, plan);
      return {
        sprung: vi.waitUntil(() => !existsSync(stack.deathPlan), WAIT),
        async recover() {
          await stack.kill('edge');
          await stack.revive('edge');
        },
      };
    },
  };
}

const says = (operation: string, ...words: readonly string[]) => {
  return (request: ProxiedRequest) =>
    request.operation === operation && words.every((word) => request.body.includes(word));
};

export const afterCommit = onTheWire(
  'the API after the commit',
  'api-messaging',
  'api-messaging → dynamodb',
  'after',
  says('TransactWriteItems'),
);

export const afterQueueing = onTheWire(
  'the API after queueing',
  'api-messaging',
  'api-messaging → queues',
  'after',
  says('SendMessageBatch'),
);

export const afterClaim = onTheWire(
  'the dispatcher after the claim',
  'dispatcher',
  'dispatcher → dynamodb',
  'after',
  says('UpdateItem', '"handed-over"', 'list_append'),
);

export const afterPublish = onTheWire(
  'the dispatcher after Publish',
  'dispatcher',
  'dispatcher → iot',
  'after',
  ({ body }) => body.includes('"attempts"'),
);

export const beforeIngest = onTheWire(
  "ingest between the uplink and the cloud's write",
  'edge-ingest',
  'edge-ingest → dynamodb',
  'before',
  says('TransactWriteItems', '"submitted"'),
);

export const afterIngest = onTheWire(
  'ingest between its write and the acknowledgement',
  'edge-ingest',
  'edge-ingest → dynamodb',
  'after',
  says('TransactWriteItems', '"submitted"'),
);

export const afterReceived = afterRecord('the agent after `received` is synced', { type: 'received', nth: 1 });

export const afterSubmitting = (part: number): KillPoint => ({
  ...afterRecord(`the agent after \`submitting\` of part ${part} is synced`, { type: 'submitting', nth: part }),
  losesPart: true,
});

/** The modem has its copy still. */
export const afterInboundPart = (nth: number): KillPoint =>
  afterRecord(`the agent after part ${nth} that came is synced`, { type: 'inbound-part', nth });

export const afterInboundWrite = onTheWire(
  'ingest between the write of a message from a phone and its acknowledgement',
  'edge-ingest',
  'edge-ingest → dynamodb',
  'after',
  says('PutItem', '"inbound"'),
);

/** The text is in the network, and the modem's answer is lost. */
export const beforeAnswer: KillPoint = {
  name: 'the agent between Ctrl-Z and +CMGS',
  async arm({ modem, kill, revive }) {
    await modem.control({ hold: true });
    return {
      sprung: modem.until(({ held }) => held),
      async recover() {
        await kill('edge');
        await modem.control({ hold: false });
        await revive('edge');
      },
    };
  },
};

export const KILL_POINTS: readonly KillPoint[] = [
  afterCommit,
  afterQueueing,
  afterClaim,
  afterPublish,
  afterReceived,
  afterSubmitting(1),
  beforeAnswer,
  beforeIngest,
  afterIngest,
];
