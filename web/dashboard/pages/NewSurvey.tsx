import { useNavigate } from '@solidjs/router'
import { createSurvey, templates } from '../api.ts'
import { t } from '../i18n.ts'
import { createLoad } from '../load.ts'
import { Loaded } from '../parts/Loaded.tsx'
import { NewSurveyForm, type NewSurvey as Chosen } from '../parts/NewSurveyForm.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { Title } from '../parts/Title.tsx'
import { useSession } from '../session.ts'

/** From a template to a draft, which opens in the editor. */
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
      <Loaded of={loaded} skeleton={<Skeleton shape="cards" />}>
        {(found) => <NewSurveyForm templates={found()} onMake={make} />}
      </Loaded>
    </>
  )
}
