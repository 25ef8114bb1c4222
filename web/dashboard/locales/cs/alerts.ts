import type en from '../en/alerts.ts'
import type { Translation } from '../translation.ts'

export default {
  alerts: {
    title: 'Co se změnilo',
    none: 'V poslední době žádné zřetelné změny.',
    up: 'Skóre vzrostlo asi o {{ by }} · zřetelná změna',
    down: 'Skóre kleslo asi o {{ by }} · zřetelná změna',
    upAtMost: 'Skóre vzrostlo až o {{ by }} · zřetelná změna',
    downAtMost: 'Skóre kleslo až o {{ by }} · zřetelná změna',
    since: 'Od týdne {{ day }} z {{ before }} na {{ after }}, {{ answers }}',
    until: '{{ answers }} do {{ day }}',
    sinceOneOf:
      'Od některého z týdnů od {{ from }} do {{ to }}, z {{ before }} asi na {{ after }}, {{ answers }}',
    share: '{{ share }} nespokojených · mez {{ over }}',
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
    acknowledge: 'Vzít na vědomí',
    toasts: {
      acknowledged: 'Vzato na vědomí za všechny',
      restored: 'Obnoveno',
      failed: 'Neuloženo. Zkontrolujte připojení a zkuste to znovu.',
    },
    pictures: {
      shift: 'Týdenní skóre; přerušovaně: úroveň předtím a potom',
      share: 'Podíl nespokojených odpovědí, sloupec za sedm dní; přerušovaně: mez',
      silence: 'Odpovědi, sloupec za sedm dní',
    },
  },
} satisfies Translation<typeof en>
