export default {
  alerts: {
    title: 'What changed',
    none: 'No clear changes lately.',
    up: 'Score up by about {{ by }} · clear change',
    down: 'Score down by about {{ by }} · clear change',
    upAtMost: 'Score up by up to {{ by }} · clear change',
    downAtMost: 'Score down by up to {{ by }} · clear change',
    since: 'Since the week of {{ day }} from {{ before }} to {{ after }}, {{ answers }}',
    until: '{{ answers }} until {{ day }}',
    sinceOneOf:
      'Since one of the weeks from {{ from }} to {{ to }}, from {{ before }} to about {{ after }}, {{ answers }}',
    share: '{{ share }} unhappy · limit {{ over }}',
    shareFacts: '{{ days }}, {{ answers }}; at least {{ low }} with 95% confidence',
    silence: { one: 'No answers for {{ n }} day', other: 'No answers for {{ n }} days' },
    from: 'From {{ day }} on',
    usually: '{{ from }}; usually {{ answers }} a week',
    show: 'See those weeks',
    acknowledge: 'Acknowledge',
    toasts: {
      acknowledged: 'Acknowledged for everyone',
      restored: 'Restored',
      failed: 'Not saved. Check your connection and try again.',
    },
    pictures: {
      shift: 'Weekly score; dashed: its level before and since',
      share: 'Share of unhappy answers, seven days per bar; dashed: the limit',
      silence: 'Answers, seven days per bar',
    },
  },
}
