import { type Downlink, messageIdOf } from '../../../contract/edge.ts';
import type { CallJob, Job } from '../../../contract/jobs.ts';
import { PROVIDERS, type ProviderName, type SendingRoute } from '../../../contract/providers.ts';
import { phoneNumbers } from '../../../functions/adapters/phone-numbers/phone-numbers.ts';
import { acceptMessage, type NewMessage } from '../../../functions/domain/messaging/accept-message.ts';
import type { MessagingJob } from '../../../functions/domain/messaging/dispatch.ts';
import type { Message } from '../../../functions/domain/messaging/model.ts';
import { type OutgoingCall, readCallId } from '../../../functions/domain/messaging/providers/model.ts';
import type { NewId } from '../../../functions/domain/shared/ids.ts';
import { newId } from '../messages.ts';
import { OFFERED_SMS } from '../offered-sms.ts';
import { anAccount } from '../web-providers/account.ts';
import { dying } from '../web-providers/dying.ts';
import type { Cloud } from './cloud.ts';
import { Judge } from './judge.ts';
import { ModelBox } from './model-box.ts';
import { ModelProvider } from './model-provider.ts';
import { Radio } from './radio.ts';

/** Where a process dies: before or after its n-th act. */
export interface DeathPlan {
  readonly step: number;
  readonly when: 'before' | 'after';
}

/** A process of the cloud, as long as it lives. */
export type CloudProcess = ReturnType<World['process']>;

const TROUBLE_IS_FINE = () => {};

/** An agency with two boxes and two providers, and everything that lies on the way between them: it may be lost, doubled, overtaken. */
export class World {
  readonly cloud: Cloud;
  readonly radio = new Radio();
  readonly boxes: readonly ModelBox[];
  readonly providers: Readonly<Record<ProviderName, ModelProvider>> = {
    websms: new ModelProvider(() => this.now, false),
    smsapi: new ModelProvider(() => this.now, true),
  };
  readonly judge: Judge;
  readonly jobs: MessagingJob[] = [];
  readonly callJobs: CallJob[] = [];
  readonly downlinks: { readonly boxId: string; readonly message: Downlink }[] = [];
  /** of every message that a process ever began to accept */
  readonly messageIds: string[] = [];
  now = new Date('2026-11-21T10:00:00.000Z');

  private constructor(cloud: Cloud) {
    this.cloud = cloud;
    this.boxes = [new ModelBox(cloud.tenantId, this.radio), new ModelBox(cloud.tenantId, this.radio)];
    this.judge = new Judge(this.boxes, this.providers);
  }

  static async open(cloud: Cloud): Promise<World> {
    const world = new World(cloud);
    const { tenantId } = cloud;
    for (const { box } of world.boxes) await cloud.addBox(box);
    for (const provider of PROVIDERS) await cloud.addAccount(anAccount({ tenantId, provider }));
    return world;
  }

  /** Everything that a function of the cloud is made of, in a process that dies as planned. */
  process(plan: DeathPlan | undefined) {
    const { step, when } = plan ?? { step: Number.POSITIVE_INFINITY, when: 'before' as const };
    const life = dying(step, when);
    const { stores } = this.cloud;
    const providers = { websms: life.of(this.#called('websms')), smsapi: life.of(this.#called('smsapi')) };
    const hurry = life.of({
      push: async (jobs: readonly Job[]) =>
        void this.jobs.push(...jobs.filter((job): job is MessagingJob => job.type !== 'close-days')),
    });
    const makeId: NewId = (prefix) => {
      const id = newId(prefix);
      if (prefix === 'msg') this.messageIds.push(id);
      return id;
    };
    return {
      messages: life.of(stores.messages),
      boxes: life.of(stores.boxes),
      healths: life.of(stores.healths),
      accounts: life.of(stores.accounts),
      commands: life.of(stores.commands),
      workQueue: life.of(stores.workQueue),
      inbound: life.of(stores.inbound),
      choices: life.of(stores.choices),
      lists: life.of(stores.lists),
      hashes: stores.hashes,
      sendingRules: life.of(stores.sendingRules),
      batchStops: life.of(stores.batchStops),
      codes: stores.codes,
      ...{ providers, hurry },
      callHurry: life.of({ push: async (jobs: readonly CallJob[]) => void this.callJobs.push(...jobs) }),
      downlinks: life.of({
        send: async ({ boxId }: { boxId: string }, message: Downlink) => this.#publish(boxId, message),
      }),
      open: async () => ({ access: { credentials: { token: 'token' } }, reportsTo: () => 'https://example.test/' }),
      wait: async () => {},
      clock: { now: () => this.now },
      newId: makeId,
      trouble: TROUBLE_IS_FINE,
      onStray: TROUBLE_IS_FINE,
      hintLost: TROUBLE_IS_FINE,
    };
  }

  /** The provider, whose every call is judged. */
  #called(name: ProviderName) {
    const provider = this.providers[name];
    return {
      ...(provider.repeatableFor !== undefined && { repeatableFor: provider.repeatableFor }),
      check: () => provider.check(),
      submit: async (access: unknown, call: OutgoingCall) => {
        const known = readCallId(call.callId);
        if (known) this.judge.leaves({ ...known, to: call.to });
        return provider.submit(access, call);
      },
    };
  }

  #publish(boxId: string, message: Downlink): void {
    if (message.type === 'attempts')
      for (const { attemptId, to } of message.attempts)
        this.judge.leaves({
          messageId: messageIdOf(attemptId),
          attempt: Number(attemptId.slice(attemptId.indexOf('.') + 1)),
          to,
        });
    this.downlinks.push({ boxId, message });
  }

  /** As the API does it, in a process that may die. */
  accept(asked: NewMessage, key: string, routes: readonly SendingRoute[] | undefined, plan: DeathPlan | undefined) {
    const nobody = { find: async () => undefined };
    const process = this.process(plan);
    const deps = {
      ...process,
      wallets: undefined as never, // one shard: nothing is ever moved between shards
      random: () => 0,
      numbers: phoneNumbers,
      boxes: { find: async (tenantId: string, boxId: string) => process.boxes.find(tenantId, boxId) },
      mobilePrefixes: { find: async () => ({ prefixes: [], version: 0 }) },
      records: nobody,
      templates: nobody,
      refusedNumbers: { add: async () => {} },
    };
    const sender = {
      ...{ tenantId: this.cloud.tenantId, id: 'tok_model', country: 'NL', pricePer: 'message' as const },
      ...{ walletShards: 1, sendingStopped: false, name: 'West', by: 'Anna', permissions: new Set<never>() },
      messaging: OFFERED_SMS.messaging,
      ...(routes && { routes }),
    };
    return acceptMessage(deps, sender, asked, key);
  }

  /** Those that were stored. */
  async messages(): Promise<Message[]> {
    const { tenantId, stores } = this.cloud;
    const found = await Promise.all(this.messageIds.map((id) => stores.messages.find(tenantId, id)));
    return found.filter((message) => message !== undefined);
  }

  pass(milliseconds: number): void {
    this.now = new Date(this.now.getTime() + milliseconds);
  }
}
