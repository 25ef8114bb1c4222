import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { createSurvey, templates } from './api.ts'
import { t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { NoAccess } from '../ui/EmptyState.tsx'
import { NewSurveyForm, type NewSurvey as Chosen } from './NewSurveyForm.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Title } from '../ui/Title.tsx'
import { mayManage, useSession } from '../base/session.ts'

/** Creates a draft from a template and opens it in the editor. */
export default function NewSurvey() {
  const session = useSession()
  const navigate = useNavigate()
  const loaded = createLoad(() => null, templates)
  const make = async (chosen: Chosen) => {
    const { id } = await createSurvey(chosen)
    await session.refresh()
    navigate(`/surveys/${id}/edit`)
  }

  return (
    <>
      <Title>{t('newSurvey.title')}</Title>
      <Show when={mayManage(session)} fallback={<NoAccess />}>
        <Loaded of={loaded} skeleton={<Skeleton shape="cards" />}>
          {(found) => <NewSurveyForm templates={found()} onMake={make} />}
        </Loaded>
      </Show>
    </>
  )
}
