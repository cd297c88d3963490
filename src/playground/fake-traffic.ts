/** What the bot sends to one place of a fake: how much of it the platform takes, and what goes wrong with it. */
import { type Clock, epochMsOf } from '../world.ts';
import type { Trouble } from './fake-chat.ts';

/** No more than `most` within any so long. */
export type Limit = { readonly most: number; readonly withinMs: number };

export type TrafficRules = {
  readonly clock: Clock;
  readonly limits: readonly Limit[];
  /** Takes what no platform would put up with. */
  readonly complain: (problem: string) => void;
};

/** What is under way may still come after a place has said to wait; more than so much is going on in spite of it. */
const mostInSpite = 3;

/** As long as the platform asked for, by its own clock and by the machine's: whichever has passed is long enough. */
type Rest = { readonly untilMs: number; readonly untilRealMs: number; inSpite: number };

export class FakeTraffic {
  readonly #rules: TrafficRules;
  /** When what was taken came, oldest first. */
  #takenAtMs: number[] = [];
  #refuseNext = { count: 0, retryAfterSeconds: 0 };
  #trouble: { readonly kind: Trouble; left: number } | undefined;
  #rest: Rest | undefined;

  constructor(rules: TrafficRules) {
    this.#rules = rules;
  }

  /** The next so many are told to wait. */
  throttle(count: number, retryAfterSeconds: number): void {
    this.#refuseNext = { count, retryAfterSeconds };
  }

  setTrouble(kind: Trouble | undefined, calls: number): void {
    this.#trouble = kind && { kind, left: calls };
  }

  /** What goes wrong with a call that has just come. */
  nextTrouble(): Trouble | undefined {
    if (!this.#trouble || this.#trouble.left <= 0) return undefined;
    this.#trouble.left -= 1;
    return this.#trouble.kind;
  }

  /**
   * One message comes.
   * @param isCounted whether it is held to the platform's limits
   * @param limits others than the place's own
   * @returns for how many seconds to wait, when it is not taken
   */
  take(isCounted: boolean, limits = this.#rules.limits): number | undefined {
    const nowMs = epochMsOf(this.#rules.clock.now());
    if (isCounted) this.#watchForStorm(nowMs);
    const seconds = this.#toldToWait() ?? this.#secondsUntilFree(nowMs, isCounted ? limits : []);
    if (seconds !== undefined) this.#startRest(nowMs, seconds);
    else if (isCounted && limits.length > 0) this.#note(nowMs);
    return seconds;
  }

  #toldToWait(): number | undefined {
    if (this.#refuseNext.count <= 0) return undefined;
    this.#refuseNext.count -= 1;
    return this.#refuseNext.retryAfterSeconds;
  }

  #secondsUntilFree(nowMs: number, limits: readonly Limit[]): number | undefined {
    const waits = limits.map(({ most, withinMs }) => (this.#takenAtMs.at(-most) ?? 0) + withinMs - nowMs);
    const longest = Math.max(0, ...waits);
    return longest > 0 ? Math.ceil(longest / 1000) : undefined;
  }

  #note(nowMs: number): void {
    const remembered = Math.max(...this.#rules.limits.map(({ most }) => most));
    this.#takenAtMs.push(nowMs);
    if (this.#takenAtMs.length > 2 * remembered) this.#takenAtMs = this.#takenAtMs.slice(-remembered);
  }

  #startRest(nowMs: number, seconds: number): void {
    const ms = seconds * 1000;
    this.#rest = {
      untilMs: nowMs + ms,
      untilRealMs: performance.now() + ms,
      inSpite: this.#isResting(nowMs) ? (this.#rest?.inSpite ?? 0) : 0,
    };
  }

  #watchForStorm(nowMs: number): void {
    if (!this.#rest || !this.#isResting(nowMs)) return;
    this.#rest.inSpite += 1;
    if (this.#rest.inSpite === mostInSpite + 1) {
      this.#rules.complain('storm: messages go on to a place that has said to wait');
    }
  }

  #isResting(nowMs: number): boolean {
    return this.#rest !== undefined && nowMs < this.#rest.untilMs && performance.now() < this.#rest.untilRealMs;
  }
}
