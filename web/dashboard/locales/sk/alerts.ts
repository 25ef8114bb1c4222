import type en from '../en/alerts.ts'
import type { Translation } from '../translation.ts'

export default {
  alerts: {
    title: 'Čo sa zmenilo',
    none: 'V poslednom čase nič, čo by nevysvetlila náhoda.',
    up: 'Skóre stúplo asi o {{ by }}, náhoda to nie je',
    down: 'Skóre kleslo asi o {{ by }}, náhoda to nie je',
    since: 'Od týždňa {{ day }} z {{ before }} na {{ after }}, {{ answers }}',
    until: '{{ answers }} do {{ day }}',
    sinceOneOf:
      'Od niektorého z týždňov od {{ from }} do {{ to }}, z {{ before }} asi na {{ after }}, {{ answers }}',
    share: 'Nespokojných je {{ share }}, hranica je {{ over }}',
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
    acknowledge: 'Odložiť',
    toasts: {
      acknowledged: 'Odložené, pre všetkých',
      restored: 'Je späť',
      failed: 'Neuložené. Skontrolujte pripojenie a skúste to znova.',
    },
    pictures: {
      shift: 'Týždenné skóre, čiarkovane úroveň predtým a potom',
      share: 'Podiel nespokojných, stĺpec je sedem dní, čiarkovane hranica',
      silence: 'Počet odpovedí, stĺpec je sedem dní',
    },
  },
} satisfies Translation<typeof en>
