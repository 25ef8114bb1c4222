import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { readDraft } from '../surveys/api.ts'
import { createLoad } from '../base/load.ts'
import { SurveyEditor } from './SurveyEditor.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import './editor.css'

export default function EditSurvey() {
  const params = useParams<{ id: string }>()
  return (
    <Show when={params.id} keyed>
      {(id) => <LoadedEditor id={id} />}
    </Show>
  )
}

function LoadedEditor(props: { id: string }) {
  const loaded = createLoad(() => props.id, readDraft)
  return (
    <Loaded of={loaded} skeleton={<Skeleton shape="page" />}>
      {(found) => <SurveyEditor survey={found()} />}
    </Loaded>
  )
}
