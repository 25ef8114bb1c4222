import type { SurveyResponse } from './api.ts'

/** The address of a response. */
export const addressOf = ({ surveyId, id }: Pick<SurveyResponse, 'surveyId' | 'id'>) =>
  `/surveys/${surveyId}/responses/${id}`
