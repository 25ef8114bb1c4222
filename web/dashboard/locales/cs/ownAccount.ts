import type en from '../en/ownAccount.ts'
import type { Translation } from '../translation.ts'

export default {
  ownAccount: {
    title: 'Můj účet',
    nameTitle: 'Jméno',
    name: 'Vaše jméno',
    nameHelp: 'Kolegové ho vidí u případů a v protokolu auditu.',
    needName: 'Zadejte jméno.',
    saved: 'Uloženo',
    saveName: 'Uložit jméno',
    passwordTitle: 'Heslo',
    current: 'Současné heslo',
    new: 'Nové heslo',
    newHelp: 'Aspoň 10 znaků. Po změně budete všude jinde odhlášeni.',
    short: 'Příliš krátké: použijte aspoň 10 znaků.',
    weak: 'Toto heslo se dá snadno uhodnout. Nepoužívejte běžná hesla ani své jméno, e-mail či firmu.',
    wrongPassword: 'Toto není vaše současné heslo.',
    often: 'Příliš mnoho pokusů. Počkejte čtvrt hodiny a zkuste to znovu.',
    passwordSaved: 'Heslo je změněné. Všude jinde jste odhlášeni.',
    savePassword: 'Změnit heslo',
    sessions: 'Přihlášená zařízení',
    sessionsHelp: 'Prohlížeče, ve kterých jste přihlášeni.',
    here: 'Tento prohlížeč',
    used: 'Naposledy použito {{ when }}',
    browserOn: '{{ browser }}, {{ system }}',
    unknown: 'Neznámý prohlížeč',
    end: 'Odhlásit',
    endOthers: 'Odhlásit všude jinde',
    ended: 'Odhlášeno',
  },
} satisfies Translation<typeof en>
