import { InvalidInput } from '../../../surveys/errors.ts'
import { TEMPLATES, definitionFrom } from '../../../surveys/templates/index.ts'
import { mappingOf } from '../../support/mapping.ts'

export const csat = definitionFrom(TEMPLATES.csat)

export function complaint(...given: Parameters<typeof mappingOf>): string {
  try {
    mappingOf(...given)
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors[0]!.message
    throw error
  }
  return 'none'
}
