export default {
  overview: {
    title: 'Overview',
    needs: 'Needs attention',
    new: { one: '{{ n }} new', other: '{{ n }} new' },
    overdue: { one: '{{ n }} overdue', other: '{{ n }} overdue' },
    unowned: { one: '{{ n }} unassigned', other: '{{ n }} unassigned' },
    suspected: { one: '{{ n }} answer looks automatic', other: '{{ n }} answers look automatic' },
    nothing: 'Nothing needs attention.',
    surveys: 'Surveys',
    quiet: 'No answers in the last 30 days',
    comments: 'Newest comments',
    sparkline: 'Weekly score of the last 26 weeks',
    empty: 'No survey is published yet',
    emptyHelp: 'Publish one and share its link. Its score appears here with the first answers.',
  },
}
