export default {
  results: {
    answered: '{{ n }} of {{ all }} answered',
    several: 'several can be chosen; shares of those who answered',
    condition: 'asked after “{{ ask }}”: {{ answers }}',
    notAsked: 'no longer asked',
    notOffered: 'no longer offered',
    share: 'Share',
    effect: '{{ metric }}: those who chose it against the others',
    overTime: 'Over time',
    shareOverTime: '{{ option }}: share over time',
    mean: 'mean, on a scale from {{ min }} to {{ max }}',
    upper:
      '{{ metric }}: those who answered {{ upper }} against those who answered {{ lower }}: {{ verdict }}',
    searchComments: 'Search these comments',
    split: 'Split by',
    noSplit: 'No split',
    groups: '{{ ask }}: shares by {{ property }}',
  },
}
