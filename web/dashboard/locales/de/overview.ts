import type en from '../en/overview.ts'
import type { Translation } from '../translation.ts'

export default {
  overview: {
    title: 'Übersicht',
    needs: 'Handlungsbedarf',
    new: { one: '{{ n }} neu', other: '{{ n }} neu' },
    overdue: { one: '{{ n }} überfällig', other: '{{ n }} überfällig' },
    unowned: { one: '{{ n }} nicht zugewiesen', other: '{{ n }} nicht zugewiesen' },
    suspected: {
      one: '{{ n }} Antwort wirkt automatisch',
      other: '{{ n }} Antworten wirken automatisch',
    },
    nothing: 'Zurzeit nichts zu tun.',
    surveys: 'Umfragen',
    quiet: 'Keine Antworten in den letzten 30 Tagen',
    steps: {
      title: 'Erste Schritte',
      hide: 'Ausblenden',
      survey: 'Eine Umfrage veröffentlichen',
      answer: 'Die erste Antwort erhalten',
      team: 'Das Team einladen',
      address: 'PUBLIC_URL auf eine https-Adresse setzen',
      done: 'erledigt',
      open: 'noch offen',
    },
    comments: 'Neueste Kommentare',
    sparkline: 'Wochenwerte der letzten 26 Wochen',
    empty: 'Noch ist keine Umfrage veröffentlicht',
    emptyHelp:
      'Veröffentlichen Sie eine und verschicken Sie den Link. Mit den ersten Antworten steht hier ihr Wert.',
  },
} satisfies Translation<typeof en>
