export default {
  overview: {
    title: 'Overview',
    needs: 'What needs a hand',
    new: { one: '{{ n }} new', other: '{{ n }} new' },
    overdue: { one: '{{ n }} late', other: '{{ n }} late' },
    unowned: { one: '{{ n }} without an owner', other: '{{ n }} without an owner' },
    nothing: 'Everyone who was let down has been answered.',
    surveys: 'Surveys',
    days: 'last 30 days',
    quiet: 'No answers in the last 30 days',
    sparkline: 'Weekly score of the last 26 weeks',
    empty: 'No survey is published yet',
    emptyHelp: 'Publish one and share its link. Its score appears here with the first answers.',
  },
}
