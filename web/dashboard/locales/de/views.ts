import type en from '../en/views.ts'
import type { Translation } from '../translation.ts'

export default {
  views: {
    label: 'Gespeicherte Ansichten',
    save: 'Ansicht speichern',
    saveTitle: 'Diese Ansicht speichern',
    name: 'Name',
    nameHelp: 'Zum Beispiel „VIP-Beschwerden“',
    share: 'Für alle freigeben',
    shareHelp:
      'Alle, die diese Seite sehen, können sie öffnen; ändern können sie nur Sie und Administratoren.',
    menu: 'Aktionen für „{{ name }}“',
    rename: 'Umbenennen',
    renameTitle: 'Ansicht umbenennen',
    update: 'Aktuelle Filter speichern',
    unshare: 'Nur für mich',
    makeShared: 'Für alle freigeben',
    remove: 'Löschen',
    removed: '„{{ name }}“ gelöscht',
    saved: 'Ansicht gespeichert',
    failed: 'Nicht gespeichert. Versuchen Sie es erneut.',
    by: 'Freigegeben von {{ name }}',
    submit: 'Speichern',
  },
} satisfies Translation<typeof en>
