export default {
  settings: {
    tabs: { workspace: 'Workspace', people: 'People', imports: 'Imports', auditLog: 'Audit log' },
    name: 'Company',
    needName: 'Give it a name of at most 100 characters.',
    zone: 'Time zone',
    common: 'Usual ones',
    zoneHelp: 'Days begin and end by this clock. There it is {{ now }} now.',
    needZone: 'This time zone is not known here. Choose another one.',
    recount:
      'Every day is counted anew; this may take a while, and new answers wait that long. Marks and baselines keep the days they were given.',
    counting: 'Counting every day anew …',
    save: 'Save',
    saved: 'Saved',
    failed:
      'That could not be saved. Every score is whole; look again in a moment, then try once more.',
    nameHelp: 'Customers read it in the question: “How likely are you to recommend Acme?”',
  },
}
