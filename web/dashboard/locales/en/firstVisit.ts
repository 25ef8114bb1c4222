export default {
  first: {
    title: 'Welcome. Where would you like to start?',
    survey: 'Start a survey',
    surveyHelp: 'Choose a ready question, give it a name, and share its link.',
    import: 'Bring the answers you have',
    importHelp: 'A survey is needed first. Then run this where Ohlas is installed:',
    example: 'Look around first',
    exampleHelp: 'Eighteen months of made-up answers. One button removes them again.',
    exampleStart: 'Load example data',
    exampleLoading: 'Making the answers. This takes a few seconds …',
    exampleFailed: 'The example data could not be made. Nothing else was changed; try again.',
    viewer: 'There are no surveys yet. Once an administrator starts one, its score appears here.',
  },
}
