/**
 * Counts by key within a fixed window of time, in memory alone. Beyond `keys` keys the oldest is
 * forgotten, so that nobody fills the memory with names or addresses of their own making.
 */
export class WindowCounter {
  readonly #windows = new Map<string, { n: number; until: number }>()

  /** @param most so many within `milliseconds`, counted from the first of them */
  constructor(
    readonly most: number,
    readonly milliseconds: number,
    readonly keys = 20_000,
  ) {}

  /** Milliseconds until one more may be counted; 0 when it may be now. */
  wait(key: string, now: number): number {
    const window = this.#windows.get(key)
    return window && window.n >= this.most ? Math.max(0, window.until - now) : 0
  }

  /** How many were counted within the window that is open. */
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

  /** Takes one back. */
  takeBack(key: string): void {
    const window = this.#windows.get(key)
    if (window && --window.n <= 0) this.#windows.delete(key)
  }

  forget(key: string): void {
    this.#windows.delete(key)
  }
}
