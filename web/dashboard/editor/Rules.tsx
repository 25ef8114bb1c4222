import { useEditor } from './model/editor.ts'
import { propertyFrom, siteFrom, withPart, withProof } from './model/settings.ts'
import { t } from '../base/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import { Check } from '../ui/Check.tsx'
import { TagInput } from './fields/TagInput.tsx'
import { LONGEST_SURVEY_NAME } from '../../../surveys/limits.ts'

/** The survey's name and settings. */
export function Rules() {
  const editor = useEditor()
  return (
    <section aria-label={t('editor.sections.rules')}>
      <fieldset class="survey-editor__fields" disabled={!editor.mayEdit}>
        <TextField
          label={t('newSurvey.name')}
          help={t('newSurvey.nameHelp')}
          maxLength={LONGEST_SURVEY_NAME}
          value={editor.name()}
          error={editor.name().trim() ? undefined : t('newSurvey.needName')}
          onInput={(name) => editor.rename(name)}
        />
        <TagInput
          label={t('editor.rules.sites')}
          help={t('editor.rules.sitesHelp')}
          wrong={t('editor.rules.siteWrong')}
          placeholder="https://shop.example.com"
          list={editor.draft().sites ?? []}
          read={siteFrom}
          onChange={(sites) => editor.change((draft) => withPart(draft, 'sites', sites))}
        />
        <TagInput
          label={t('editor.rules.signed')}
          help={t('editor.rules.signedHelp')}
          wrong={t('editor.rules.signedWrong')}
          placeholder="agent"
          list={editor.draft().signed ?? []}
          read={propertyFrom}
          onChange={(signed) => editor.change((draft) => withPart(draft, 'signed', signed))}
        />
        <Check
          label={t('editor.rules.proof')}
          help={t('editor.rules.proofHelp')}
          on={editor.draft().proof === 'always'}
          onSwitch={(always) => editor.change((draft) => withProof(draft, always))}
        />
      </fieldset>
    </section>
  )
}
