import type { Profile } from './profiles.ts';
import { Sim, type SimLock } from './sim.ts';

/** Where the SIM is, or is not. */
export class SimSlot {
  readonly #profile: () => Profile;
  readonly #say: (line: string) => void;
  #sim: Sim;

  constructor(lock: SimLock, profile: () => Profile, say: (line: string) => void) {
    this.#profile = profile;
    this.#say = say;
    this.#sim = this.#made(lock);
  }

  get sim(): Sim {
    return this.#sim;
  }

  /** Another SIM is there instead. */
  change(lock: SimLock): void {
    const { present } = this.#sim;
    this.#sim = this.#made(lock);
    this.#sim.present = present;
  }

  /** The SIM is put in, or taken out. */
  setPresent(present: boolean): void {
    if (present === this.#sim.present) return;
    this.#sim.present = present;
    const { simGoneLine } = this.#profile();
    if (present) {
      this.#sim.powerOn();
      this.sayReady();
    } else if (simGoneLine !== '') this.#say(simGoneLine);
  }

  powerOn(): void {
    this.#sim.powerOn();
    this.#sim.busy = true;
  }

  started(): void {
    this.#sim.busy = false;
    this.sayReady();
  }

  sayReady(): void {
    if (this.#sim.status === 'READY') for (const line of this.#profile().readyLines) this.#say(line);
  }

  #made(lock: SimLock): Sim {
    return new Sim(lock, () => this.#profile().simBusy);
  }
}
