import base from './base.ts'
import shell from './shell.ts'
import type { Locale } from '../translation.ts'

export default {
  first: { ...base, ...shell },
  subjects: {
    entrance: () => import('./entrance.ts'),
    overview: () => import('./overview.ts'),
    firstVisit: () => import('./firstVisit.ts'),
    surveys: () => import('./surveys.ts'),
    scores: () => import('./scores.ts'),
    filter: () => import('./filter.ts'),
    trends: () => import('./trends.ts'),
    alerts: () => import('./alerts.ts'),
    watching: () => import('./watching.ts'),
    responses: () => import('./responses.ts'),
    floods: () => import('./floods.ts'),
    followUps: () => import('./followUps.ts'),
    sharing: () => import('./sharing.ts'),
    properties: () => import('./properties.ts'),
    settings: () => import('./settings.ts'),
    editor: () => import('./editor.ts'),
    publishing: () => import('./publishing.ts'),
  },
} satisfies Locale
