import { createSignal, Show } from 'solid-js'
import { createSurvey, publish, templates, type Survey } from '../api.ts'
import { t } from '../i18n.ts'
import { createLoad } from '../load.ts'
import { Loaded } from '../parts/Loaded.tsx'
import { NewSurveyForm, type NewSurvey as Chosen } from '../parts/NewSurveyForm.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { SurveyReady } from '../parts/SurveyReady.tsx'
import { Title } from '../parts/Title.tsx'
import { useSession } from '../session.ts'
import { say } from '../toast.ts'

/** From a template to a link that takes answers: choose, make, publish. */
export default function NewSurvey() {
  const session = useSession()
  const loaded = createLoad(() => null, templates)
  const [made, setMade] = createSignal<Survey | null>(null)

  const make = async (chosen: Chosen) => {
    setMade(await createSurvey(chosen))
    await session.refresh()
  }
  const goLive = async (survey: Survey) => {
    try {
      setMade(await publish(survey.id))
      await session.refresh()
    } catch {
      say(t('surveys.failed', { name: survey.name }))
    }
  }

  return (
    <Show
      when={made()}
      fallback={
        <>
          <Title>{t('newSurvey.title')}</Title>
          <Loaded of={loaded} skeleton={<Skeleton shape="cards" />}>
            {(found) => <NewSurveyForm templates={found()} onMake={make} />}
          </Loaded>
        </>
      }
    >
      {(survey) => <SurveyReady survey={survey()} onPublish={() => void goLive(survey())} />}
    </Show>
  )
}
