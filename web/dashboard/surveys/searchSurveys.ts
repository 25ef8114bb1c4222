import { foldText } from '../../../surveys/search/searchTokens.ts'
import type { Survey } from '../base/api.ts'

/** The surveys whose name contains each word of a search, without regard to case and accents. */
export function searchSurveys<T extends Pick<Survey, 'name'>>(
  surveys: readonly T[],
  search: string,
): T[] {
  const words = foldText(search).split(/\s+/)
  return surveys.filter(({ name }) => {
    const folded = foldText(name)
    return words.every((word) => folded.includes(word))
  })
}
