import { PROVIDERS } from '../../../contract/providers.ts';
import { attemptIdOf } from '../../../functions/domain/messaging/model.ts';
import { callIdOf } from '../../../functions/domain/messaging/providers/model.ts';
import type { ModelBox } from './model-box.ts';
import type { ModelProvider } from './model-provider.ts';

/** An attempt that leaves the cloud for a box or a provider. */
export interface Leaving {
  readonly messageId: string;
  readonly attempt: number;
  /** E.164 */
  readonly to: string;
}

/** Looks at each attempt at the moment at which it leaves, by what boxes, providers and recipients know and the cloud may not. */
export class Judge {
  readonly wrong: string[] = [];
  /** numbers whose opt-out is stored */
  readonly optedOut = new Set<string>();
  readonly #boxes: readonly ModelBox[];
  readonly #providers: Readonly<Record<string, ModelProvider>>;

  constructor(boxes: readonly ModelBox[], providers: Readonly<Record<string, ModelProvider>>) {
    this.#boxes = boxes;
    this.#providers = providers;
  }

  leaves({ messageId, attempt, to }: Leaving): void {
    if (this.optedOut.has(to)) this.wrong.push(`${messageId} left after its recipient had opted out`);
    for (let before = 1; before < attempt; before += 1) {
      if (!this.#isProvedUnsent(messageId, before))
        this.wrong.push(`${messageId} left as attempt ${attempt}, and nobody had proved that ${before} was not sent`);
    }
  }

  /** A box has told that it will never send it; or each answer of the provider said that it did not take it. */
  #isProvedUnsent(messageId: string, attempt: number): boolean {
    const isWithBox = this.#boxes.some((box) => box.saysUnsent(attemptIdOf(messageId, attempt)));
    const answers = PROVIDERS.flatMap((name) => this.#providers[name]?.answersTo(callIdOf(messageId, attempt)) ?? []);
    const isRefused = answers.length > 0 && answers.every((kind) => kind === 'refused' || kind === 'again');
    return isWithBox || isRefused;
  }
}
