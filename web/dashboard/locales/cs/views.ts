import type en from '../en/views.ts'
import type { Translation } from '../translation.ts'

export default {
  views: {
    label: 'Uložená zobrazení',
    save: 'Uložit zobrazení',
    saveTitle: 'Uložit toto zobrazení',
    name: 'Název',
    nameHelp: 'Například „Stížnosti VIP“',
    share: 'Sdílet se všemi',
    shareHelp: 'Otevřít ho může každý, kdo vidí tuto stránku; měnit ho můžete jen vy a správci.',
    menu: 'Akce pro „{{ name }}“',
    rename: 'Přejmenovat',
    renameTitle: 'Přejmenovat zobrazení',
    update: 'Uložit aktuální filtry',
    unshare: 'Jen pro mě',
    makeShared: 'Sdílet se všemi',
    remove: 'Smazat',
    removed: 'Zobrazení „{{ name }}“ je smazané',
    saved: 'Zobrazení uloženo',
    failed: 'Neuloženo. Zkuste to znovu.',
    by: 'Sdílí {{ name }}',
    submit: 'Uložit',
  },
} satisfies Translation<typeof en>
