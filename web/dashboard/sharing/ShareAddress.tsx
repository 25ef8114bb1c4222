import { Show } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import type { Property } from './address.ts'
import { Choice } from '../ui/Choice.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { PropertyRows } from './PropertyRows.tsx'
import { ShareChannel } from './ShareChannel.tsx'

/** Sharing as a link with properties. */
export function ShareAddress(props: {
  address: string
  languages: string[]
  language: string
  onLanguage: (language: string) => void
  rows: Property[]
  known: Record<string, string[]>
  questions: string[]
  onRows: (rows: Property[]) => void
}) {
  return (
    <ShareChannel title={t('share.link.title')} help={t('share.link.help')}>
      <Address address={props.address} />
      <Show when={props.languages.length > 1}>
        <div class="share-channel__fields">
          <LanguageChoice
            languages={props.languages}
            own={t('share.ownLanguage')}
            language={props.language}
            onChoose={props.onLanguage}
          />
        </div>
      </Show>
      <PropertyRows
        rows={props.rows}
        known={props.known}
        questions={props.questions}
        onChange={props.onRows}
      />
    </ShareChannel>
  )
}

/** An address to copy or to open. */
export function Address(props: { address: string; about?: string }) {
  return (
    <>
      <p>
        <code class="code-block" dir="ltr">
          {props.address}
        </code>
      </p>
      <p class="share-channel__actions">
        <CopyButton text={props.address} label={t('surveys.copy')} about={props.about} />
        <a class="button" href={props.address} target="_blank" rel="noopener">
          {t('surveys.open')}
          <span class="visually-hidden"> {props.about}</span>
        </a>
      </p>
    </>
  )
}

/** A choice of the survey's languages, with the respondent's own first if `own` is its label. */
export function LanguageChoice(props: {
  languages: string[]
  own?: string
  language: string
  onChoose: (language: string) => void
}) {
  return (
    <Choice
      label={t('properties.language')}
      value={props.language}
      options={[
        ...(props.own ? [{ value: '', text: props.own }] : []),
        ...props.languages.map((code) => ({
          value: code,
          text: format.languageName(locale(), code),
        })),
      ]}
      onChoose={props.onChoose}
    />
  )
}
