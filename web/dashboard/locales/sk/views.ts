import type en from '../en/views.ts'
import type { Translation } from '../translation.ts'

export default {
  views: {
    label: 'Uložené zobrazenia',
    save: 'Uložiť zobrazenie',
    saveTitle: 'Uložiť toto zobrazenie',
    name: 'Názov',
    nameHelp: 'Napríklad „Sťažnosti VIP“',
    share: 'Zdieľať so všetkými',
    shareHelp: 'Otvoriť ho môže každý, kto vidí túto stránku; meniť ho môžete len vy a správcovia.',
    menu: 'Akcie pre „{{ name }}“',
    rename: 'Premenovať',
    renameTitle: 'Premenovať zobrazenie',
    update: 'Uložiť aktuálne filtre',
    unshare: 'Len pre mňa',
    makeShared: 'Zdieľať so všetkými',
    remove: 'Odstrániť',
    removed: 'Zobrazenie „{{ name }}“ je odstránené',
    saved: 'Zobrazenie uložené',
    failed: 'Neuložené. Skúste to znova.',
    by: 'Zdieľa {{ name }}',
    submit: 'Uložiť',
  },
} satisfies Translation<typeof en>
