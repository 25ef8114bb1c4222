export default {
  first: {
    title: 'Welcome. Where do you want to start?',
    survey: 'Create survey',
    surveyHelp: 'Choose a template, name it, and share the link.',
    import: 'Import answers',
    importHelp:
      'Upload what you have as CSV, Excel or JSON. You see a preview before anything is stored.',
    importStart: 'Choose a file',
    example: 'Explore with example data',
    exampleHelp: 'Eighteen months of made-up answers, removed again with one click.',
    exampleStart: 'Load example data',
    exampleLoading: 'Making the answers. This takes a few seconds …',
    exampleFailed: 'The example data couldn’t be loaded. Nothing was changed. Try again.',
    viewer: 'There are no surveys yet. Once an administrator starts one, its score appears here.',
  },
}
