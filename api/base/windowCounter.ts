/**
 * Counts by key within a fixed window of time, in memory. Beyond `keys` keys the oldest is dropped, so
 * that made-up names or addresses can't exhaust memory.
 */
export class WindowCounter {
  readonly #windows = new Map<string, { n: number; until: number }>()

  /** @param most the limit within `milliseconds`, from the first count on */
  constructor(
    readonly most: number,
    readonly milliseconds: number,
    readonly keys = 20_000,
  ) {}

  /** Returns the milliseconds until one more may be counted; 0 if allowed now. */
  wait(key: string, now: number): number {
    const window = this.#windows.get(key)
    return window && window.n >= this.most ? Math.max(0, window.until - now) : 0
  }

  /** Returns the count within the current window. */
  count(key: string, now: number): number {
    const window = this.#windows.get(key)
    return window && now < window.until ? window.n : 0
  }

  add(key: string, now: number): void {
    const window = this.#windows.get(key)
    if (window && now < window.until) {
      window.n++
      return
    }
    this.#windows.delete(key)
    this.#windows.set(key, { n: 1, until: now + this.milliseconds })
    if (this.#windows.size > this.keys) this.#windows.delete(this.#windows.keys().next().value!)
  }

  /** Uncounts one. */
  takeBack(key: string): void {
    const window = this.#windows.get(key)
    if (window && --window.n <= 0) this.#windows.delete(key)
  }

  forget(key: string): void {
    this.#windows.delete(key)
  }
}
