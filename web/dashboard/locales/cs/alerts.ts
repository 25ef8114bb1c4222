import type en from '../en/alerts.ts'
import type { Translation } from '../translation.ts'

export default {
  alerts: {
    title: 'Co se změnilo',
    none: 'V poslední době nic, co by nevysvětlila náhoda.',
    up: 'Skóre stouplo asi o {{ by }}, náhodou to není',
    down: 'Skóre kleslo asi o {{ by }}, náhodou to není',
    since: 'Od týdne {{ day }} z {{ before }} na {{ after }}, {{ answers }}',
    until: '{{ answers }} do {{ day }}',
    sinceOneOf:
      'Od některého z týdnů od {{ from }} do {{ to }}, z {{ before }} asi na {{ after }}, {{ answers }}',
    share: 'Nespokojených je {{ share }}, mez je {{ over }}',
    shareFacts: '{{ days }}, {{ answers }}; s 95% jistotou aspoň {{ low }}',
    silence: {
      one: '{{ n }} den bez odpovědi',
      few: '{{ n }} dny bez odpovědi',
      many: '{{ n }} dne bez odpovědi',
      other: '{{ n }} dní bez odpovědi',
    },
    from: 'Od {{ day }}',
    usually: '{{ from }}; obvyklý týden: {{ answers }}',
    show: 'Ukázat ty týdny',
    acknowledge: 'Odložit',
    toasts: {
      acknowledged: 'Odloženo, pro všechny',
      restored: 'Je zpátky',
      failed: 'Neuloženo. Zkontrolujte připojení a zkuste to znovu.',
    },
    pictures: {
      shift: 'Týdenní skóre, čárkovaně úroveň předtím a potom',
      share: 'Podíl nespokojených, sloupec je sedm dní, čárkovaně mez',
      silence: 'Počet odpovědí, sloupec je sedm dní',
    },
  },
} satisfies Translation<typeof en>
