export default {
  score: {
    early: 'small sample',
    tooFew: 'too few answers',
    between: 'between {{ low }} and {{ high }}',
    spoken: '{{ score }}, between {{ low }} and {{ high }}',
    nothing: 'no answers',
  },
  change: {
    up: 'Up {{ by }} · clear change',
    down: 'Down {{ by }} · clear change',
    noChange: 'No clear change',
    noChangeWould: 'No clear change (smaller than {{ by }} can’t be told from chance)',
    nothing: 'No earlier data',
    tooFew: 'Too few answers to compare',
    against: 'Last 30 days against the 30 before',
  },
  definition: {
    title: 'How this is counted',
    formula: 'Score',
    formulas: {
      nps: 'Share of 9–10 minus share of 0–6, from −100 to 100',
      csat: 'Share of answers 4 and 5',
      ces: 'Mean of the answers from 1 to 7; 7 is easy',
    },
    window: 'Period',
    zone: 'days in {{ zone }}',
    counted: 'Counted',
    countings: {
      answers: 'Every answer counts.',
      customers: 'Of each customer the latest answer in this time and group counts.',
    },
    exclusions: 'Excluded',
    skipped: {
      one: '{{ n }} response without this question',
      other: '{{ n }} responses without this question',
    },
    earlier: {
      one: '{{ n }} earlier answer of the same customer',
      other: '{{ n }} earlier answers of the same customers',
    },
    suspected: {
      one: '{{ n }} excluded as a likely bot',
      other: '{{ n }} excluded as likely bots',
    },
    unconfirmed: {
      one: '{{ n }} from an email link, not confirmed by the customer',
      other: '{{ n }} from email links, not confirmed by the customer',
    },
    test: { one: '{{ n }} test by your team', other: '{{ n }} tests by your team' },
    erased: { one: '{{ n }} erased', other: '{{ n }} erased' },
    nothing: 'Nothing.',
    never: 'Skipped questions, tests and likely bots never count.',
    interval: 'Interval',
    intervals: {
      'adjusted-wald': '95%, adjusted Wald (Bonett & Price)',
      tango: '95%, Tango’s score interval, as answers are few or all alike',
      wilson: '95%, Wilson',
      'effective-n-wilson': '95%, Wilson on the mean’s place on the scale',
      none: 'None without answers',
    },
    rounding: 'Rounding',
    rounded:
      'Computed in full and rounded once, for the screen, halves away from zero. A score shows from 5 answers on, groups are judged from 30.',
  },
  noScore: {
    never: 'No answers yet',
    neverHelp: {
      live: 'Share the link of the survey. The first answer appears here at once.',
      draft: 'Publish the survey to collect answers.',
      paused: 'The survey is paused. Resume it to collect answers.',
      archived: 'The survey is archived and takes no answers.',
    },
    noneCounts: 'No answer counts yet',
    excluded: {
      one: '{{ n }} answer is excluded and does not count.',
      other: '{{ n }} answers are excluded and do not count.',
    },
    seeExcluded: 'See why',
    past: {
      one: '{{ n }} answer to an earlier question, none yet to the one asked now.',
      other: '{{ n }} answers to an earlier question, none yet to the one asked now.',
    },
    seePast: 'Show the earlier question',
  },
}
