export default {
  settings: {
    tabs: {
      workspace: 'Workspace',
      people: 'People',
      apiKeys: 'API keys',
      imports: 'Imports',
      auditLog: 'Audit log',
    },
    name: 'Company',
    needName: 'Give it a name of at most 100 characters.',
    zone: 'Time zone',
    common: 'Common',
    zoneHelp: 'Days begin and end in this time zone. It’s {{ now }} there now.',
    needZone: 'Unknown time zone. Choose another.',
    recount:
      'Every day is recounted. New answers wait meanwhile. Events and baselines keep their dates.',
    counting: 'Recounting every day …',
    save: 'Save',
    saved: 'Saved',
    failed: 'Not saved. Nothing was changed. Try again.',
    nameHelp: 'Customers see it in the question: “How likely are you to recommend Acme?”',
  },
}
