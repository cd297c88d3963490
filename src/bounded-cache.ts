import { type Clock, epochMsOf } from './world.ts';

/** Remembers at most `most` answers, the oldest forgotten first; each for `forMs` by `clock`, where that is said. */
export class BoundedCache<T> {
  readonly #kept = new Map<string, { readonly value: T; readonly untilMs: number }>();
  readonly #most: number;
  readonly #lasting: { readonly clock: Clock; readonly forMs: number } | undefined;

  constructor(most: number, lasting?: { readonly clock: Clock; readonly forMs: number }) {
    this.#most = most;
    this.#lasting = lasting;
  }

  get(key: string): T | undefined {
    const kept = this.#kept.get(key);
    return kept && this.#inMs(0) < kept.untilMs ? kept.value : undefined;
  }

  set(key: string, value: T): void {
    this.#kept.delete(key);
    this.#kept.set(key, { value, untilMs: this.#lasting ? this.#inMs(this.#lasting.forMs) : Number.POSITIVE_INFINITY });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }

  #inMs(ms: number): number {
    return this.#lasting ? epochMsOf(this.#lasting.clock.now()) + ms : 0;
  }
}
