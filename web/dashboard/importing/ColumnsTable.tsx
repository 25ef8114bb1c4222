import { For, Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { questionText, useSession } from '../base/session.ts'
import type { ImportColumn, ImportFile, ImportSettings } from './api.ts'

const CUSTOMER = ['email', 'name', 'firstName', 'lastName', 'customerId'] as const
const RESPONSE = ['date', 'responseId', 'language', 'property', 'ignore'] as const

/** What each column of the file is imported as, to be corrected by hand. */
export function ColumnsTable(props: {
  columns: ImportColumn[]
  questions: ImportFile['questions']
  settings: ImportSettings
  onChoose: (column: string, role: string) => void
}) {
  return (
    <section>
      <h3 class="subtitle">{t('importing.columns')}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label={t('importing.columns')}>
        <table class="table imports__columns">
          <thead>
            <tr>
              <th scope="col">{t('importing.column')}</th>
              <th scope="col">{t('importing.examples')}</th>
              <th scope="col">{t('importing.role')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.columns}>
              {(column) => (
                <tr data-doubtful={column.recognisedBy === 'content' || column.role === null}>
                  <th scope="row">
                    <bdi>{column.name}</bdi>
                  </th>
                  <td class="quiet">
                    <For each={column.examples}>
                      {(text) => <bdi class="imports__example">{text}</bdi>}
                    </For>
                  </td>
                  <td>
                    <RoleSelect
                      column={column}
                      chosen={props.settings.columns?.[column.name]}
                      questions={props.questions}
                      onChoose={(role) => props.onChoose(column.name, role)}
                    />
                    <Show when={column.recognisedBy}>
                      {(how) => (
                        <p class="field__help">
                          {how() === 'content' && '⚠ '}
                          {t(`importing.recognised.${how()}`)}
                        </p>
                      )}
                    </Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </section>
  )
}

function RoleSelect(props: {
  column: ImportColumn
  /** What the user has set. */
  chosen: string | undefined
  questions: ImportFile['questions']
  onChoose: (role: string) => void
}) {
  const session = useSession()
  const role = () => props.chosen ?? props.column.role ?? ''
  const known = (): string[] => [...CUSTOMER, ...RESPONSE, ...props.questions.map(({ id }) => id)]
  const isKnown = () => known().includes(role())
  const Option = (option: { value: string; text: string }) => (
    <option value={option.value} selected={option.value === role()}>
      {option.text}
    </option>
  )
  return (
    <select
      class="input"
      aria-label={t('importing.roleOf', { name: props.column.name })}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    >
      <Show when={!isKnown()}>
        <Option
          value={role()}
          text={t(
            role() === ''
              ? 'importing.roles.choose'
              : role() === 'personal'
                ? 'importing.roles.personal'
                : 'importing.roles.own',
          )}
        />
      </Show>
      <optgroup label={t('importing.roles.questions')}>
        <For each={props.questions}>
          {({ id, ask }) => <Option value={id} text={questionText(session, ask)} />}
        </For>
      </optgroup>
      <optgroup label={t('importing.roles.response')}>
        <For each={RESPONSE}>{(id) => <Option value={id} text={t(`importing.roles.${id}`)} />}</For>
      </optgroup>
      <optgroup label={t('importing.roles.customer')}>
        <For each={CUSTOMER}>{(id) => <Option value={id} text={t(`importing.roles.${id}`)} />}</For>
      </optgroup>
    </select>
  )
}
