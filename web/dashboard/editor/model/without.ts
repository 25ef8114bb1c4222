/** A copy without one key. */
export function without<Whole extends object, Key extends PropertyKey>(
  whole: Whole,
  key: Key,
): Without<Whole, Key> {
  const others = Object.entries(whole).filter(([each]) => each !== key)
  return Object.fromEntries(others) as Without<Whole, Key>
}

/** Distributes Omit over unions. */
type Without<Whole, Key extends PropertyKey> = Whole extends unknown ? Omit<Whole, Key> : never
