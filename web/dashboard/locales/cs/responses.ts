import type en from '../en/responses.ts'
import type { Translation } from '../translation.ts'

export default {
  responses: {
    noWords: 'Bez komentáře',
    anonymous: 'Anonymně',
    unverified: 'Neověřeno',
    badSignature: 'Neplatný podpis',
    unusable: 'V odkazu nešlo použít: {{ names }}',
    partial: 'nedokončeno',
    added: 'Doplněno {{ time }}',
    empty: 'Filtru neodpovídá žádná odpověď',
    shown: {
      one: '{{ n }} odpověď na obrazovce',
      few: '{{ n }} odpovědi na obrazovce',
      many: '{{ n }} odpovědi na obrazovce',
      other: '{{ n }} odpovědí na obrazovce',
    },
    followUp: 'Vyřízení: {{ state }}',
    of: 'z {{ max }}',
    state: 'Zobrazit',
    states: { counted: 'Započtené', excluded: 'Vyloučené' },
    reasons: {
      unconfirmed: 'Otevřeno z odkazu v e-mailu; zatím nikdo neklepl ani nic neodeslal.',
      test: 'Zkouška vašeho týmu.',
      scores: 'Stránka odeslala během pár vteřin několik známek, aniž by někdo klepl.',
      links: 'Během pár vteřin se otevřely všechny odkazy se známkami z jednoho e-mailu.',
      honeypot: 'Vyplněno pole, které lidé nevidí.',
      hidden: 'Otevřen odkaz, který lidé nevidí.',
      fast: 'Napsána a odeslána za méně než vteřinu.',
      proof: 'Přišla v záplavě odpovědí a prohlížeč neprošel kontrolou proti robotům.',
      flood: 'Přišla v záplavě odpovědí, tolik jich lidé za tu dobu nedají.',
      pace: 'Na kiosku během jedné minuty s dvaceti dalšími odpověďmi.',
      person: 'Vyloučil váš tým.',
    },
    count: 'Započítat',
    exclude: 'Vyloučit',
    nowExcluded: 'Vyloučeno. Už se nepočítá.',
    excludedBy: 'Vyloučil(a) {{ name }}, {{ time }}.',
    nowCounted: 'Započítáno. Teď se počítá.',
    noneExcluded: 'Nic není vyloučeno',
    excludedHelp:
      'Pravděpodobní roboti, nepotvrzená kliknutí v e-mailech a zkušební odpovědi. Nepočítají se.',
    optedOut: 'Nepřeje si další dotazy',
    optOutAsked: 'Prosí, abychom se už neptali, z nepodepsaného odkazu',
  },
  followUpStates: {
    new: 'Nové',
    contacted: 'Kontaktované',
    resolved: 'Vyřešené',
    dismissed: 'Zamítnuté',
  },
} satisfies Translation<typeof en>
