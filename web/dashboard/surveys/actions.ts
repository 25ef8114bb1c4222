import { useNavigate } from '@solidjs/router'
import type { Survey } from '../base/api.ts'
import { t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { showToast } from '../base/toast.ts'
import { LONGEST_SURVEY_NAME } from '../../../surveys/limits.ts'
import { archive, copySurvey, pause, publish, restore } from './api.ts'

/** What admins do with a survey outside of its editor; failures are shown as toasts. */
export function useSurveyActions() {
  const session = useSession()
  const navigate = useNavigate()

  const run = async ({ name }: Survey, change: () => Promise<unknown>, done: () => void) => {
    try {
      await change()
      await session.refresh()
      done()
    } catch {
      showToast(t('surveys.failed', { name }))
    }
  }

  const resume = (survey: Survey): Promise<void> =>
    run(
      survey,
      () => publish(survey.id, { version: survey.version! }),
      () =>
        showToast(t('surveys.published', { name: survey.name }), () => void pauseSurvey(survey)),
    )
  const pauseSurvey = (survey: Survey): Promise<void> =>
    run(
      survey,
      () => pause(survey.id),
      () => showToast(t('surveys.paused', { name: survey.name }), () => void resume(survey)),
    )
  const restoreSurvey = (survey: Survey): Promise<void> =>
    run(
      survey,
      () => restore(survey.id),
      () => showToast(t('surveys.restored', { name: survey.name })),
    )
  const archiveSurvey = (survey: Survey): Promise<void> =>
    run(
      survey,
      () => archive(survey.id),
      () =>
        showToast(
          t('surveys.archived', { name: survey.name }),
          // What took answers before takes them again.
          () => void (survey.state === 'live' ? resume(survey) : restoreSurvey(survey)),
        ),
    )
  const duplicate = (survey: Survey): Promise<void> => {
    let copy: string
    return run(
      survey,
      async () => {
        const name = t('surveys.copyName', { name: survey.name }).slice(0, LONGEST_SURVEY_NAME)
        copy = (await copySurvey({ copyOf: survey.id, name })).id
      },
      () => navigate(`/surveys/${copy}/edit`),
    )
  }

  return { resume, pause: pauseSurvey, archive: archiveSurvey, restore: restoreSurvey, duplicate }
}
