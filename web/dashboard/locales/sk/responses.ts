import type en from '../en/responses.ts'
import type { Translation } from '../translation.ts'

export default {
  responses: {
    noWords: 'Bez komentára',
    anonymous: 'Anonymne',
    unverified: 'Neoverené',
    badSignature: 'Neplatný podpis',
    unusable: 'V odkaze sa nedalo použiť: {{ names }}',
    partial: 'nedokončené',
    added: 'Doplnené {{ time }}',
    empty: 'Filtru nevyhovuje žiadna odpoveď',
    shown: {
      one: '{{ n }} odpoveď na obrazovke',
      few: '{{ n }} odpovede na obrazovke',
      many: '{{ n }} odpovede na obrazovke',
      other: '{{ n }} odpovedí na obrazovke',
    },
    followUp: 'Vybavenie: {{ state }}',
    of: 'z {{ max }}',
    state: 'Zobraziť',
    states: { counted: 'Započítané', excluded: 'Vylúčené' },
    reasons: {
      unconfirmed: 'Otvorené z odkazu v e-maile; zatiaľ nikto neťukol ani nič neodoslal.',
      test: 'Skúška vášho tímu.',
      scores: 'Stránka odoslala za pár sekúnd niekoľko známok bez toho, aby niekto ťukol.',
      links: 'Za pár sekúnd sa otvorili všetky odkazy so známkami z jedného e-mailu.',
      honeypot: 'Vyplnené pole, ktoré ľudia nevidia.',
      hidden: 'Otvorený odkaz, ktorý ľudia nevidia.',
      fast: 'Napísaná a odoslaná za menej ako sekundu.',
      proof: 'Prišla v záplave odpovedí a prehliadač neprešiel kontrolou proti robotom.',
      flood: 'Prišla v záplave odpovedí, toľko ich ľudia za ten čas nedajú.',
      pace: 'Na kiosku v priebehu jednej minúty s dvadsiatimi ďalšími odpoveďami.',
      person: 'Vylúčil váš tím.',
    },
    count: 'Započítať',
    exclude: 'Vylúčiť',
    nowExcluded: 'Vylúčené. Už sa nepočíta.',
    excludedBy: 'Vylúčil(a) {{ name }}, {{ time }}.',
    nowCounted: 'Započítané. Teraz sa počíta.',
    noneExcluded: 'Nič nie je vylúčené',
    excludedHelp:
      'Pravdepodobné roboty, nepotvrdené kliknutia v e-mailoch a skúšobné odpovede. Nepočítajú sa.',
    optedOut: 'Neželá si ďalšie otázky',
    optOutAsked: 'Prosí, aby sme sa už nepýtali, z nepodpísaného odkazu',
  },
  followUpStates: {
    new: 'Nové',
    contacted: 'Kontaktované',
    resolved: 'Vyriešené',
    dismissed: 'Zamietnuté',
  },
} satisfies Translation<typeof en>
