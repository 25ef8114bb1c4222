import type en from '../en/results.ts'
import type { Translation } from '../translation.ts'

export default {
  results: {
    answered: 'Odpovedalo {{ n }} z celkovo {{ all }}',
    several: 'možno vybrať viac možností; podiely z tých, ktorí odpovedali',
    condition: 'položené po otázke „{{ ask }}“: {{ answers }}',
    notAsked: 'už sa nekladie',
    notOffered: 'už sa neponúka',
    share: 'Podiel',
    effect: '{{ metric }}: kto ju vybral oproti ostatným',
    overTime: 'V čase',
    shareOverTime: '{{ option }}: podiel v čase',
    mean: 'priemer na stupnici od {{ min }} do {{ max }}',
    upper:
      '{{ metric }}: kto odpovedal {{ upper }} oproti tým, ktorí odpovedali {{ lower }}: {{ verdict }}',
    searchComments: 'Hľadať v týchto komentároch',
    split: 'Rozdeliť podľa',
    noSplit: 'Nerozdeľovať',
    groups: '{{ ask }}: podiely podľa údaja {{ property }}',
  },
} satisfies Translation<typeof en>
