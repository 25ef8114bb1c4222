import type en from '../en/ownAccount.ts'
import type { Translation } from '../translation.ts'

export default {
  ownAccount: {
    title: 'Môj účet',
    nameTitle: 'Meno',
    name: 'Vaše meno',
    nameHelp: 'Kolegovia ho vidia pri prípadoch a v denníku auditu.',
    needName: 'Zadajte meno.',
    saved: 'Uložené',
    saveName: 'Uložiť meno',
    passwordTitle: 'Heslo',
    current: 'Súčasné heslo',
    new: 'Nové heslo',
    newHelp: 'Aspoň 10 znakov. Po zmene budete všade inde odhlásení.',
    short: 'Príliš krátke: použite aspoň 10 znakov.',
    weak: 'Toto heslo sa dá ľahko uhádnuť. Nepoužívajte bežné heslá ani svoje meno, e-mail či firmu.',
    wrongPassword: 'Toto nie je vaše súčasné heslo.',
    often: 'Príliš veľa pokusov. Počkajte štvrťhodinu a skúste to znova.',
    passwordSaved: 'Heslo je zmenené. Všade inde ste odhlásení.',
    savePassword: 'Zmeniť heslo',
    sessions: 'Prihlásené zariadenia',
    sessionsHelp: 'Prehliadače, v ktorých ste prihlásení.',
    here: 'Tento prehliadač',
    used: 'Naposledy použité {{ when }}',
    browserOn: '{{ browser }}, {{ system }}',
    unknown: 'Neznámy prehliadač',
    end: 'Odhlásiť',
    endOthers: 'Odhlásiť všade inde',
    ended: 'Odhlásené',
  },
} satisfies Translation<typeof en>
