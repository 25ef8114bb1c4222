import { InvalidInput } from '../errors.ts'
import { contentOf, isFollowUpFile, isResponseFile } from '../exporting/headings.ts'
import { namesOf, type SurveyDefinition } from '../definition.ts'
import type { Role } from './mapping.ts'

/**
 * Maps the columns of a file that Ohlas exported.
 * @param names of all columns
 * @returns column → role; null for any other file
 * @throws InvalidInput for an export of follow-ups, which lacks the responses of satisfied customers
 */
export function ownFileRoles(
  names: readonly string[],
  survey: SurveyDefinition,
): Map<string, Role> | null {
  if (isFollowUpFile(names))
    throw new InvalidInput([
      {
        field: 'file',
        message:
          'this is an export of follow-ups, and holds only those who were let down; export the responses and import that file, which has the state of each follow-up, too',
      },
    ])
  if (!isResponseFile(names)) return null
  const answerNames = survey.questions.flatMap(namesOf)
  return new Map(names.map((name) => [name, roleOf(name, names, answerNames)]))
}

function roleOf(name: string, names: readonly string[], answerNames: string[]): Role {
  const content = contentOf(name)
  const ignored = (why: string): Role => ({ kind: 'ignored', why })
  switch (content?.kind) {
    case 'answer':
      return answerNames.includes(content.name)
        ? { kind: 'answer', question: content.name }
        : ignored(`the survey has no question "${content.name}"`)
    case 'property':
      return { kind: 'property', property: content.name }
    case 'id':
      return { kind: 'responseId' }
    case 'answeredAt':
      return { kind: 'date' }
    case 'answeredAtLocal':
      return names.includes('answered_at')
        ? ignored('the same as answered_at, by the clock')
        : { kind: 'date' }
    case 'customerName':
      return { kind: 'name' }
    case 'customerEmail':
      return { kind: 'email' }
    case 'customerId':
    case 'customerVerified':
    case 'language':
    case 'otherProperties':
    case 'state':
    case 'followUpState':
      return { kind: content.kind }
    case 'personal':
      return { kind: 'otherPersonal' }
    case 'band':
      return ignored('follows from the score')
    case 'added':
      return ignored('what customers added later is not imported')
    case 'tags':
      return ignored('tags are not imported')
    case 'badSignature':
      return ignored('about the link that was opened then')
    case 'followUpId':
    case 'source':
    case 'version':
      return ignored('of the survey that was exported')
    default:
      return ignored('not a column of an export')
  }
}
