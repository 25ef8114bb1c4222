import type en from '../en/people.ts'
import type { Translation } from '../translation.ts'

export default {
  people: {
    help: 'Kto sa môže prihlásiť a čo smie.',
    invite: 'Pozvať',
    invitations: 'Otvorené pozvánky',
    noInvitations: 'Žiadne otvorené pozvánky.',
    deactivated: 'Deaktivovaní',
    you: 'Vy',
    manage: 'Spravovať',
    lastSeen: 'Aktivita: {{ when }}',
    neverSeen: 'Zatiaľ bez prihlásenia',
    deactivatedOn: 'Deaktivácia {{ date }}',
    anyone: 'Ktokoľvek s odkazom',
    until: 'Platí do {{ date }}',
    withdraw: 'Zrušiť',
    withdrawn: 'Pozvánka je zrušená',
    role: 'Rola',
    roleHelp: {
      viewer: 'Vidí skóre a odpovede bez mien zákazníkov.',
      lead: 'Vidí aj mená, rieši prípady a exportuje.',
      admin: 'Môže všetko vrátane správy ľudí.',
    },
    email: 'E-mail (nepovinné)',
    emailHelp: 'Ak ho vyplníte, s odkazom sa pridá iba táto adresa.',
    notEmail: 'Zadajte adresu, napríklad ada@example.com.',
    taken: 'Táto adresa už účet má.',
    name: 'Meno (nepovinné)',
    createLink: 'Vytvoriť odkaz',
    copyLink: 'Kopírovať odkaz',
    linkHelp: 'Odkaz pošlite sami. Funguje raz, do {{ date }}, a znova sa nezobrazí.',
    noAddress:
      'Odkazy potrebujú adresu servera. Požiadajte správcu servera, aby nastavil PUBLIC_URL.',
    saveRole: 'Zmeniť rolu',
    roleDone: 'Rola je zmenená.',
    lastAdmin: 'Aspoň jeden správca musí zostať.',
    resetHelp: 'Heslo je zabudnuté? S odkazom si možno zvoliť nové.',
    createReset: 'Vytvoriť odkaz na nové heslo',
    twoFactor: {
      on: 'Dvojfázové',
      unreadable: 'Dvojfázové: chýba kľúč',
    },
    twoFactorHelp: 'Na prihlásenie treba aj kód z aplikácie. Ak ju človek stratil, vypnite to.',
    unreadableHelp:
      'Server stratil kľúč ku kódom, takže fungujú iba záložné. Dvojfázové prihlásenie vypnite, dá sa nastaviť znova.',
    lostKey: {
      one: 'Kľúč k uloženým tajným údajom chýba. Dvojfázové prihlásenie musí znova nastaviť {{ n }} človek.',
      few: 'Kľúč k uloženým tajným údajom chýba. Dvojfázové prihlásenie musia znova nastaviť {{ n }} ľudia.',
      many: 'Kľúč k uloženým tajným údajom chýba. Dvojfázové prihlásenie musí znova nastaviť {{ n }} človeka.',
      other:
        'Kľúč k uloženým tajným údajom chýba. Dvojfázové prihlásenie musí znova nastaviť {{ n }} ľudí.',
    },
    resetTwoFactor: 'Vypnúť dvojfázové prihlásenie',
    resetTwoFactorDone: 'Dvojfázové prihlásenie je vypnuté.',
    deactivateHelp: 'Deaktivovaný človek sa neprihlási. Čo urobil, zostane.',
    deactivate: 'Deaktivovať',
    deactivatedDone: 'Deaktivované.',
    handOver: {
      one: '{{ n }} otvorený prípad prevezme',
      few: '{{ n }} otvorené prípady prevezme',
      many: '{{ n }} otvoreného prípadu prevezme',
      other: '{{ n }} otvorených prípadov prevezme',
    },
    keysStay: {
      one: '{{ n }} kľúč API, ktorý vytvorila táto osoba, funguje ďalej. Zrušiť ho možno v nastaveniach.',
      few: '{{ n }} kľúče API, ktoré vytvorila táto osoba, fungujú ďalej. Zrušiť ich možno v nastaveniach.',
      many: '{{ n }} kľúča API, ktoré vytvorila táto osoba, funguje ďalej. Zrušiť ich možno v nastaveniach.',
      other:
        '{{ n }} kľúčov API, ktoré vytvorila táto osoba, funguje ďalej. Zrušiť ich možno v nastaveniach.',
    },
    nobody: 'Nikto',
    handedOver: {
      one: 'Odovzdaný {{ n }} prípad.',
      few: 'Odovzdané {{ n }} prípady.',
      many: 'Odovzdaných {{ n }} prípadu.',
      other: 'Odovzdaných {{ n }} prípadov.',
    },
    reactivateHelp: 'Bude sa môcť znova prihlásiť so svojím heslom a rolou.',
    reactivate: 'Znova aktivovať',
    reactivatedDone: 'Znova aktivované.',
  },
} satisfies Translation<typeof en>
