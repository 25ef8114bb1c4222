import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { SurveyDefinition } from '../../../surveys/definition.ts'
import type { SharedSurvey } from './api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { mayManage, useSession } from '../base/session.ts'
import type { Property } from './address.ts'
import { WIDGET_KINDS, WIDGET_MOMENTS, widgetPolicy, widgetTag, type Widget } from './widget.ts'
import { Choice } from '../ui/Choice.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { LanguageChoice } from './ShareAddress.tsx'
import { Snippet } from './Snippet.tsx'
import { ShareChannel } from './ShareChannel.tsx'
import { DAY } from '../../../surveys/durations.ts'

const SECONDS = [5, 10, 30, 60]
const SCROLLED = [25, 50, 75]
const DAYS = [7, 30, 90, 180, 365]

/** Sharing as a widget: its settings, and the code for the site. */
export function ShareWidget(props: {
  survey: SharedSurvey
  definition: SurveyDefinition
  properties: Property[]
}) {
  const session = useSession()
  const [widget, change] = createStore<Widget>({
    as: 'popover',
    when: 'after',
    seconds: 10,
    scrolled: 50,
    days: 90,
    language: '',
  })
  const choose =
    <Part extends keyof Widget>(part: Part) =>
    (value: string) =>
      change(part, value as Widget[Part])
  const chooseNumber = (part: 'seconds' | 'scrolled' | 'days') => (value: string) =>
    change(part, Number(value))
  const numbers = (values: number[], write: (value: number) => string) =>
    values.map((value) => ({ value: String(value), text: write(value) }))
  const hasTrigger = () => widget.as !== 'inline'
  const sites = () => props.definition.sites ?? []

  return (
    <ShareChannel title={t('share.widget.title')} help={t('share.widget.help')}>
      <Show
        when={sites().length > 0}
        fallback={
          <p class="share-channels__closed">
            {t('share.widget.noSites')}
            <Show when={mayManage(session)}>
              {' '}
              <A href={`/surveys/${props.survey.id}/edit`}>{t('share.widget.toSites')}</A>
            </Show>
          </p>
        }
      >
        <p>
          {t('share.widget.sites')} <bdi dir="ltr">{sites().join(', ')}</bdi>
        </p>
      </Show>
      <Segmented
        label={t('share.widget.as')}
        value={widget.as}
        options={WIDGET_KINDS.map((kind) => ({ value: kind, text: t(`share.widget.${kind}`) }))}
        onChoose={choose('as')}
      />
      <div class="share-channel__fields">
        <Show when={hasTrigger()}>
          <Choice
            label={t('share.widget.when')}
            value={widget.when}
            options={WIDGET_MOMENTS.map((moment) => ({
              value: moment,
              text: t(`share.widget.${moment}`),
            }))}
            onChoose={choose('when')}
          />
          <Show when={widget.when === 'after'}>
            <Choice
              label={t('share.widget.seconds')}
              value={String(widget.seconds)}
              options={numbers(SECONDS, (seconds) => format.seconds(locale(), seconds))}
              onChoose={chooseNumber('seconds')}
            />
          </Show>
          <Show when={widget.when === 'scroll'}>
            <Choice
              label={t('share.widget.scrolled')}
              value={String(widget.scrolled)}
              options={numbers(SCROLLED, (part) => format.share(locale(), part, 100))}
              onChoose={chooseNumber('scrolled')}
            />
          </Show>
          <Choice
            label={t('share.widget.days')}
            value={String(widget.days)}
            options={numbers(DAYS, (days) => format.duration(locale(), days * DAY))}
            onChoose={chooseNumber('days')}
          />
        </Show>
        <Show when={props.definition.languages.length > 1}>
          <LanguageChoice
            languages={props.definition.languages}
            own={t('share.ownLanguage')}
            language={widget.language}
            onChoose={choose('language')}
          />
        </Show>
      </div>
      <Snippet
        label={t(widget.as === 'inline' ? 'share.widget.tagInPlace' : 'share.widget.tag')}
        text={widgetTag(props.survey, widget, props.properties)}
      />
      <Show when={hasTrigger() && widget.when === 'called'}>
        <Snippet label={t('share.widget.call')} text="ohlas.ask()" />
      </Show>
      <Snippet label={t('share.widget.policy')} text={widgetPolicy(props.survey.url)} />
    </ShareChannel>
  )
}
