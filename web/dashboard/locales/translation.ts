/** The English texts, a file for each subject; every other language has the same files. */
type Files = {
  base: typeof import('./en/base.ts')
  shell: typeof import('./en/shell.ts')
  entrance: typeof import('./en/entrance.ts')
  overview: typeof import('./en/overview.ts')
  firstVisit: typeof import('./en/firstVisit.ts')
  surveys: typeof import('./en/surveys.ts')
  scores: typeof import('./en/scores.ts')
  filter: typeof import('./en/filter.ts')
  trends: typeof import('./en/trends.ts')
  alerts: typeof import('./en/alerts.ts')
  watching: typeof import('./en/watching.ts')
  results: typeof import('./en/results.ts')
  responses: typeof import('./en/responses.ts')
  floods: typeof import('./en/floods.ts')
  followUps: typeof import('./en/followUps.ts')
  views: typeof import('./en/views.ts')
  sharing: typeof import('./en/sharing.ts')
  properties: typeof import('./en/properties.ts')
  audit: typeof import('./en/audit.ts')
  apiKeys: typeof import('./en/apiKeys.ts')
  settings: typeof import('./en/settings.ts')
  people: typeof import('./en/people.ts')
  importing: typeof import('./en/importing.ts')
  ownAccount: typeof import('./en/ownAccount.ts')
  editor: typeof import('./en/editor.ts')
  publishing: typeof import('./en/publishing.ts')
}

/** A subject that is loaded with the pages that declare it. */
export type Subject = Exclude<keyof Files, 'base' | 'shell'>

export type English = { [Name in keyof Files]: Files[Name]['default'] }

type Plural = {
  zero?: string
  one?: string
  two?: string
  few?: string
  many?: string
  other: string
}

/** The shape of English texts in another language, which has plural forms of its own. */
export type Translation<Texts> = {
  [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : Texts[Key] extends { one: string; other: string }
      ? Plural
      : Translation<Texts[Key]>
}
