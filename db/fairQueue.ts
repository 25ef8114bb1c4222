/** What waits for its turn, by person: people take turns, and each person's items keep their order. */
export class FairQueue<Item> {
  /** In the order of turns: whoever had one goes to the end. */
  #waiting = new Map<string, Item[]>()

  add(person: string, item: Item): void {
    const items = this.#waiting.get(person)
    if (items) items.push(item)
    else this.#waiting.set(person, [item])
  }

  /** What waits for one person, in order. */
  of(person: string): readonly Item[] {
    return this.#waiting.get(person) ?? []
  }

  /** Takes everything, whoever it is of. */
  takeAll(): Item[] {
    const items = [...this.#waiting.values()].flat()
    this.#waiting.clear()
    return items
  }

  /** Takes the next item of the first person in turn who may have one; undefined when there is none. */
  take(mayHave: (person: string) => boolean): Item | undefined {
    for (const [person, items] of this.#waiting) {
      if (!mayHave(person)) continue
      const item = items.shift()
      this.#waiting.delete(person)
      if (items.length) this.#waiting.set(person, items)
      return item
    }
    return undefined
  }
}
