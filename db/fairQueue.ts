/** A queue in which people take turns; each person's items stay in order. */
export class FairQueue<Item> {
  /** Keys are in order of turns: a person goes to the end after their turn. */
  #waiting = new Map<string, Item[]>()

  add(person: string, item: Item): void {
    const items = this.#waiting.get(person)
    if (items) items.push(item)
    else this.#waiting.set(person, [item])
  }

  /** One person's waiting items, in order. */
  of(person: string): readonly Item[] {
    return this.#waiting.get(person) ?? []
  }

  /** Removes and returns all items. */
  takeAll(): Item[] {
    const items = [...this.#waiting.values()].flat()
    this.#waiting.clear()
    return items
  }

  /** Removes and returns the next item of the first person for whom `mayHave` holds, if any. */
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
