import type en from '../en/views.ts'
import type { Translation } from '../translation.ts'

export default {
  views: {
    label: 'Zapisane widoki',
    save: 'Zapisz widok',
    saveTitle: 'Zapisz ten widok',
    name: 'Nazwa',
    nameHelp: 'Na przykład „Reklamacje VIP”',
    share: 'Udostępnij wszystkim',
    shareHelp:
      'Otworzy go każdy, kto widzi tę stronę; zmieniać go możesz tylko Ty i administratorzy.',
    menu: 'Działania: „{{ name }}”',
    rename: 'Zmień nazwę',
    renameTitle: 'Zmień nazwę widoku',
    update: 'Zapisz bieżące filtry',
    unshare: 'Tylko dla mnie',
    makeShared: 'Udostępnij wszystkim',
    remove: 'Usuń',
    removed: 'Usunięto widok „{{ name }}”',
    saved: 'Zapisano widok',
    failed: 'Nie zapisano. Spróbuj ponownie.',
    by: 'Udostępnia {{ name }}',
    submit: 'Zapisz',
  },
} satisfies Translation<typeof en>
