import type en from '../en/results.ts'
import type { Translation } from '../translation.ts'

export default {
  results: {
    answered: 'Odpovědělo {{ n }} z celkem {{ all }}',
    several: 'lze vybrat více možností; podíly z těch, kdo odpověděli',
    condition: 'položeno po otázce „{{ ask }}“: {{ answers }}',
    notAsked: 'už se neklade',
    notOffered: 'už se nenabízí',
    share: 'Podíl',
    effect: '{{ metric }}: kdo ji vybral proti ostatním',
    overTime: 'V čase',
    shareOverTime: '{{ option }}: podíl v čase',
    mean: 'průměr na stupnici od {{ min }} do {{ max }}',
    upper:
      '{{ metric }}: kdo odpověděl {{ upper }} proti těm, kdo odpověděli {{ lower }}: {{ verdict }}',
    searchComments: 'Hledat v těchto komentářích',
    split: 'Rozdělit podle',
    noSplit: 'Nerozdělovat',
    groups: '{{ ask }}: podíly podle údaje {{ property }}',
  },
} satisfies Translation<typeof en>
