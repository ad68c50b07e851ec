import fc from 'fast-check';
import { PRIORITIES } from '../../../contract/priorities.ts';
import { SENDING_ROUTES, type SendingRoute } from '../../../contract/providers.ts';
import * as acts from './acts.ts';
import { type Model, violationsNow } from './checks.ts';
import type { World } from './world.ts';

/** Between two acts; a lease of a dead process ends meanwhile now and then. */
const PAUSE = 3_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Act = (acting: acts.Acting) => Promise<readonly string[] | unknown>;

/** One act on the world; after each, everything that always holds is looked at. */
class Command implements fc.AsyncCommand<Model, World> {
  readonly #act: Act;
  readonly #name: string;

  constructor(name: string, act: Act) {
    this.#name = name;
    this.#act = act;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, world: World): Promise<void> {
    world.pass(PAUSE);
    const said = await this.#act({ world, model });
    const wrong = [...(Array.isArray(said) ? said : []), ...(await violationsNow(world, model))];
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  }

  toString(): string {
    return this.#name;
  }
}

const pick = fc.nat(30);
const fate = fc.constantFrom<acts.Fate>('arrives', 'arrives', 'is doubled', 'is lost');
const death = fc.option(fc.record({ step: fc.nat(12), when: fc.constantFrom('before' as const, 'after' as const) }), {
  nil: undefined,
  freq: 2,
});
const modemOutcome = fc.constantFrom(
  ...(['sent', 'sent', 'refused', 'second part refused', 'no answer, sent', 'no answer, not sent'] as const),
);
const powerCut = fc.option(fc.constantFrom('before the text' as const, 'after the text' as const), {
  nil: undefined,
  freq: 3,
});
const providerOutcome = fc.constantFrom(
  ...(['taken', 'taken', 'taken, no answer', 'not taken, no answer', 'refused', 'throttled'] as const),
);

function command<T>(name: string, of: fc.Arbitrary<T>, act: (acting: acts.Acting, given: T) => ReturnType<Act>) {
  return of.map((given) => new Command(`${name} ${JSON.stringify(given)}`, (acting) => act(acting, given)));
}

/** One gets most of the messages, the other one says more often what it wants. */
const [ONE, OTHER] = ['+31612345678', '+31687654321'];
const recipient = fc.constantFrom(ONE, ONE, OTHER);
const chooser = fc.constantFrom(ONE, OTHER, OTHER);

const asked = fc.record({
  key: fc.nat(9),
  long: fc.boolean(),
  route: fc.option(fc.constantFrom(...SENDING_ROUTES), { nil: undefined, freq: 1 }),
  later: fc.constantFrom(false, false, true),
  priority: fc.constantFrom(...PRIORITIES),
  to: recipient,
  order: fc.constantFrom<readonly SendingRoute[] | undefined>(
    undefined,
    undefined,
    ['websms', 'modem'],
    ['modem', 'smsapi'],
    ['smsapi', 'websms', 'modem'],
  ),
});

/** What carries messages on happens more often than what stops them, so that many come far. */
const often = [
  command('send', fc.record({ asked, death }), (on, { asked, death }) => acts.send(on, asked, death)),
  command('job', fc.record({ pick, fate, death }), (on, { pick, fate, death }) => acts.workJob(on, pick, fate, death)),
  command('call', fc.record({ pick, fate, providerOutcome, death }), (on, { pick, fate, providerOutcome, death }) =>
    acts.call(on, pick, fate, providerOutcome, death),
  ),
  command('downlink', fc.record({ pick, fate }), (on, { pick, fate }) => acts.downlink(on, pick, fate)),
  command('modem', fc.record({ pick, modemOutcome, powerCut }), async (on, { pick, modemOutcome, powerCut }) =>
    acts.work(on, pick, modemOutcome, powerCut),
  ),
  command('uplink', fc.record({ pick, death }), (on, { pick, death }) => acts.uplink(on, pick, death)),
];
const seldom = [
  command(
    'report',
    fc.record({ pick, state: fc.constantFrom('delivered' as const, 'undelivered' as const), death }),
    (on, { pick, state, death }) => acts.report(on, pick, state, death),
  ),
  command(
    'sweep',
    fc.record({ after: fc.constantFrom(MINUTE, 3 * MINUTE, 60 * MINUTE, 26 * 60 * MINUTE), death }),
    (on, { after, death }) => acts.sweep(on, after, death),
  ),
  command('pass', fc.constantFrom(DAY, 4 * DAY, 8 * DAY), (on, milliseconds) => acts.pass(on, milliseconds)),
  command('stop', fc.record({ chooser, death }), (on, { chooser, death }) => acts.stop(on, chooser, death)),
  command('lift', chooser, (on, number) => acts.lift(on, number)),
  command('cancel', fc.record({ pick, death }), (on, { pick, death }) => acts.cancel(on, pick, death)),
  command(
    'decide',
    fc.record({ pick, was: fc.constantFrom('sent' as const, 'not-sent' as const), death }),
    (on, { pick, was, death }) => acts.decide(on, pick, was, death),
  ),
  command('use', fc.record({ pick, isWanted: fc.boolean(), death }), (on, { pick, isWanted, death }) =>
    acts.use(on, pick, isWanted, death),
  ),
];

/** Everything that can happen to messages on their way. */
export const anything = [...often, ...often, ...often, ...often, ...seldom];
