import type en from '../en/alerts.ts'
import type { Translation } from '../translation.ts'

export default {
  alerts: {
    title: 'Čo sa zmenilo',
    none: 'V poslednom čase žiadne zreteľné zmeny.',
    up: 'Skóre vzrástlo asi o {{ by }} · zreteľná zmena',
    down: 'Skóre kleslo asi o {{ by }} · zreteľná zmena',
    upAtMost: 'Skóre vzrástlo až o {{ by }} · zreteľná zmena',
    downAtMost: 'Skóre kleslo až o {{ by }} · zreteľná zmena',
    since: 'Od týždňa {{ day }} z {{ before }} na {{ after }}, {{ answers }}',
    until: '{{ answers }} do {{ day }}',
    sinceOneOf:
      'Od niektorého z týždňov od {{ from }} do {{ to }}, z {{ before }} asi na {{ after }}, {{ answers }}',
    share: '{{ share }} nespokojných · hranica {{ over }}',
    shareFacts: '{{ days }}, {{ answers }}; s 95 % istotou aspoň {{ low }}',
    silence: {
      one: '{{ n }} deň bez odpovede',
      few: '{{ n }} dni bez odpovede',
      many: '{{ n }} dňa bez odpovede',
      other: '{{ n }} dní bez odpovede',
    },
    from: 'Od {{ day }}',
    usually: '{{ from }}; zvyčajný týždeň: {{ answers }}',
    show: 'Ukázať tie týždne',
    acknowledge: 'Vziať na vedomie',
    toasts: {
      acknowledged: 'Vzaté na vedomie za všetkých',
      restored: 'Obnovené',
      failed: 'Neuložené. Skontrolujte pripojenie a skúste to znova.',
    },
    pictures: {
      shift: 'Týždenné skóre; prerušovane: úroveň predtým a potom',
      share: 'Podiel nespokojných odpovedí, stĺpec za sedem dní; prerušovane: hranica',
      silence: 'Odpovede, stĺpec za sedem dní',
    },
  },
} satisfies Translation<typeof en>
