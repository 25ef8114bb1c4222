export default {
  alerts: {
    title: 'What changed',
    none: 'Nothing lately that chance would not explain.',
    up: 'The score rose by about {{ by }}, more than chance explains',
    down: 'The score fell by about {{ by }}, more than chance explains',
    since: 'Since the week of {{ day }} from {{ before }} to {{ after }}, {{ answers }}',
    until: '{{ answers }} until {{ day }}',
    sinceOneOf:
      'Since one of the weeks from {{ from }} to {{ to }}, from {{ before }} to about {{ after }}, {{ answers }}',
    share: '{{ share }} are unhappy; the bound is {{ over }}',
    shareFacts: '{{ days }}, {{ answers }}; at least {{ low }} with 95% confidence',
    silence: { one: 'No answers for {{ n }} day', other: 'No answers for {{ n }} days' },
    from: 'From {{ day }} on',
    usually: '{{ from }}; usually {{ answers }} a week',
    show: 'See those weeks',
    acknowledge: 'Put aside',
    toasts: {
      acknowledged: 'Put aside, for everyone',
      restored: 'It is back',
      failed: 'Not saved. Check your connection and try again.',
    },
    pictures: {
      shift: 'Weekly score; dashed, its level before and since',
      share: 'Share of unhappy answers, seven days a bar; dashed, the bound',
      silence: 'Answers, seven days a bar',
    },
  },
}
