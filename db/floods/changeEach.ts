import { Conflict, NotFound } from '../../surveys/errors.ts'

/**
 * Changes the responses of a flood one after another. Skips those that were erased since they were
 * listed, and those being saved, which the next request lists again.
 * @param ids public ids of responses
 * @throws what `change` throws, unless it is NotFound or Conflict
 */
export async function changeEach(
  ids: string[],
  change: (id: string) => Promise<void>,
): Promise<void> {
  for (const id of ids) {
    try {
      await change(id)
    } catch (error) {
      if (!(error instanceof NotFound || error instanceof Conflict)) throw error
    }
  }
}
