import { type Clock, epochMsOf } from '../../world.ts';

/** Remembers at most `most` answers, each for `forMs`; the oldest is forgotten first. */
export class BoundedCache<T> {
  readonly #kept = new Map<string, { readonly value: T; readonly untilMs: number }>();
  readonly #clock: Clock;
  readonly #most: number;
  readonly #forMs: number;

  constructor(clock: Clock, { most, forMs }: { readonly most: number; readonly forMs: number }) {
    this.#clock = clock;
    this.#most = most;
    this.#forMs = forMs;
  }

  get(key: string): T | undefined {
    const kept = this.#kept.get(key);
    return kept && this.#nowMs() < kept.untilMs ? kept.value : undefined;
  }

  set(key: string, value: T): void {
    this.#kept.delete(key);
    this.#kept.set(key, { value, untilMs: this.#nowMs() + this.#forMs });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }

  #nowMs(): number {
    return epochMsOf(this.#clock.now());
  }
}
