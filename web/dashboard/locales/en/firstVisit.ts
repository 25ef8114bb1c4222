export default {
  first: {
    title: 'Welcome. Where would you like to start?',
    survey: 'Start a survey',
    surveyHelp: 'Choose a ready question, give it a name, and share its link.',
    import: 'Import answers',
    importHelp:
      'Upload what you have as CSV, Excel or JSON. You see a preview before anything is stored.',
    importStart: 'Choose a file',
    example: 'Look around first',
    exampleHelp: 'Eighteen months of made-up answers. One button removes them again.',
    exampleStart: 'Load example data',
    exampleLoading: 'Making the answers. This takes a few seconds …',
    exampleFailed: 'The example data could not be made. Nothing else was changed; try again.',
    viewer: 'There are no surveys yet. Once an administrator starts one, its score appears here.',
  },
}
