import type { Role } from '../../db/schema/index.ts'

/** An operation's name, tag and possible errors. */
export type Operation = {
  tag: keyof typeof TAGS
  id: string
  summary: string
  /** The lowest role; null if no sign-in is required. */
  role: Role | null
  /** Error statuses beyond those that follow from its role, path and body. */
  also: number[]
  /** It never checks whether what its path names exists. */
  findsAll: boolean
}

export const TAGS = {
  Surveys: 'Making surveys, publishing them, pausing them.',
  Drafts: 'What is being written of a survey, before it is published.',
  Links: 'Links that nobody can change, and links for one answer.',
  Scores: 'What the answers show: scores with intervals, over time and by groups.',
  'Audit log': 'Who signed in, saw names, exported, and changed people and settings.',
  Annotations: 'Notes on the trend.',
  Watching: 'Shifts, baselines, rules and the alerts that they lead to.',
  Responses: 'What customers answered.',
  'Follow-ups': 'Customers who were let down, and what becomes of them.',
  Imports: 'Files of earlier answers: uploading, checking, storing and undoing them.',
  People: 'Who has an account: invitations, roles, deactivation, forgotten passwords.',
  Account: 'One’s own name, password and sessions.',
  'API keys': 'Keys with which programs ask, and what each may do.',
  Workspace: 'The workspace and the example data.',
  Access: 'The first admin, signing in and out.',
  Respondents: 'What the page of a survey sends.',
  Server: 'The server itself.',
}

/** Paths outside `/api/v1`, and those that name it. */
const OUTSIDE = /^\/(api|s|health)(\/|$)/

/** Every operation of the API, by method and path. */
export const OPERATIONS: Record<string, Operation> = {
  ...group('Surveys', {
    'GET /templates': ['viewer', 'listTemplates', 'List the ready-made surveys'],
    'GET /surveys': ['viewer', 'listSurveys', 'List surveys'],
    'POST /surveys': ['admin', 'createSurvey', 'Create a survey'],
    'GET /surveys/{id}': ['viewer', 'getSurvey', 'Get a survey with its draft'],
    'PUT /surveys/{id}/publication': [
      'admin',
      'publishSurvey',
      'Publish or resume a survey',
      [409],
    ],
    'DELETE /surveys/{id}/publication': ['admin', 'pauseSurvey', 'Pause a survey'],
    'PUT /surveys/{id}/archive': ['admin', 'archiveSurvey', 'Archive a survey'],
    'GET /surveys/{id}/versions': ['viewer', 'listVersions', 'List the versions of a survey'],
  }),
  ...group('Drafts', {
    'PUT /surveys/{id}/draft': ['admin', 'saveDraft', 'Save the draft of a survey', [409]],
    'DELETE /surveys/{id}/draft-changes': [
      'admin',
      'discardDraftChanges',
      'Discard the draft’s changes',
      [409],
    ],
    'POST /surveys/{id}/preview': ['viewer', 'previewDraft', 'Preview a draft'],
    'PUT /surveys/{id}/preview/responses/{response}': [
      'viewer',
      'discardPreviewResponse',
      'Accept a preview’s answers without storing them',
      [],
      'finds all',
    ],
    'POST /surveys/{id}/weight': ['viewer', 'weighDraft', 'Measure the page of a draft'],
    'PUT /surveys/{id}/editors/me': ['admin', 'startEditing', 'Say that one is editing'],
    'DELETE /surveys/{id}/editors/me': [
      'admin',
      'stopEditing',
      'Stop being listed as editing',
      [],
      'finds all',
    ],
  }),
  ...group('Links', {
    'POST /surveys/{id}/links': ['admin', 'createLinks', 'Create signed links', [409]],
    'GET /surveys/{id}/link-key': ['admin', 'getLinkKey', 'Get the key that signs links'],
    'GET /surveys/{id}/link-signatures': [
      'admin',
      'countInvalidSignatures',
      'Count recent answers by links with an invalid signature',
    ],
  }),
  ...group('Scores', {
    'GET /overview': ['viewer', 'getOverview', 'Get the overview of all surveys'],
    'GET /surveys/{id}/scores': ['viewer', 'getScores', 'Get the scores of a survey'],
    'GET /surveys/{id}/change': ['viewer', 'compareScores', 'Compare two periods'],
    'GET /surveys/{id}/segments': ['viewer', 'listSegments', 'List the groups of a survey'],
    'GET /surveys/{id}/properties': ['admin', 'listProperties', 'List the properties of answers'],
    'PUT /surveys/{id}/properties/{property}': [
      'admin',
      'setPropertyVisibility',
      'Hide a property or one of its values, or show it',
    ],
    'GET /surveys/{id}/exclusions': ['viewer', 'countExclusions', 'Count what a score leaves out'],
  }),
  ...group('Audit log', {
    'GET /audit-log': ['admin', 'listAuditEntries', 'List the audit log'],
    'GET /audit-log.csv': ['admin', 'exportAuditLog', 'Export the audit log as CSV'],
  }),
  ...group('Annotations', {
    'GET /surveys/{id}/annotations': [
      'viewer',
      'listAnnotations',
      'List the annotations of a survey',
    ],
    'POST /surveys/{id}/annotations': ['lead', 'createAnnotation', 'Create a annotation'],
    'PATCH /surveys/{id}/annotations/{annotation}': [
      'lead',
      'updateAnnotation',
      'Change a annotation',
    ],
    'DELETE /surveys/{id}/annotations/{annotation}': [
      'lead',
      'deleteAnnotation',
      'Remove a annotation',
    ],
    'DELETE /surveys/{id}/annotations/{annotation}/removal': [
      'lead',
      'restoreAnnotation',
      'Restore an annotation',
    ],
  }),
  ...group('Watching', {
    'GET /surveys/{id}/shifts': ['viewer', 'listShifts', 'List the shifts of a score'],
    'GET /surveys/{id}/baseline': ['viewer', 'getBaseline', 'Get what a score is compared with'],
    'PUT /surveys/{id}/baseline': ['lead', 'setBaseline', 'Set what a score is compared with'],
    'GET /surveys/{id}/watch': ['viewer', 'getWatch', 'Get the rules of a watch'],
    'PUT /surveys/{id}/watch': ['lead', 'setWatch', 'Set the rules of a watch'],
    'GET /alerts': ['viewer', 'listAlerts', 'List alerts'],
    'PUT /alerts/{id}/acknowledgement': ['lead', 'acknowledgeAlert', 'Acknowledge an alert'],
    'DELETE /alerts/{id}/acknowledgement': ['lead', 'reopenAlert', 'Bring an alert back'],
  }),
  ...group('Responses', {
    'GET /surveys/{id}/responses': ['viewer', 'listResponses', 'List responses'],
    'GET /surveys/{id}/responses/count': ['viewer', 'countResponses', 'Count responses'],
    'GET /surveys/{id}/answer-options': [
      'viewer',
      'listAnswerOptions',
      'List the answers that responses can be filtered by',
    ],
    'GET /surveys/{id}/responses.csv': ['lead', 'exportResponses', 'Export responses as CSV'],
    'DELETE /surveys/{id}/test-responses': ['admin', 'deleteTestResponses', 'Erase test responses'],
    'GET /surveys/{id}/floods': ['viewer', 'listFloods', 'List answers that look automatic'],
    'PUT /surveys/{id}/floods/{flood}': [
      'lead',
      'reviewFlood',
      'Count or exclude a flood of answers',
    ],
    'DELETE /surveys/{id}/floods/{flood}/review': [
      'lead',
      'undoFloodReview',
      'Undo the review of a flood',
    ],
    'PUT /responses/{id}/exclusion': ['lead', 'excludeResponse', 'Exclude a response', [409]],
    'DELETE /responses/{id}/exclusion': ['lead', 'restoreResponse', 'Let a response count', [409]],
  }),
  ...group('Follow-ups', {
    'GET /follow-ups': ['lead', 'listFollowUps', 'List follow-ups'],
    'PATCH /follow-ups': ['lead', 'updateFollowUps', 'Change many follow-ups at once'],
    'GET /follow-up-counts': ['lead', 'countFollowUps', 'Count follow-ups by state and view'],
    'GET /follow-up-counts/open': ['lead', 'countOpenFollowUps', 'Count open follow-ups'],
    'POST /follow-up-changes': [
      'lead',
      'changeMatchingFollowUps',
      'Change all follow-ups that match',
      [409],
    ],
    'DELETE /follow-up-changes/{id}': ['lead', 'undoFollowUpChange', 'Undo a change of many'],
    'POST /follow-ups/{id}/contacts': ['lead', 'logContact', 'Log a contact made elsewhere'],
    'GET /follow-ups.csv': ['lead', 'exportFollowUps', 'Export follow-ups as CSV'],
    'GET /follow-ups/{id}': ['lead', 'getFollowUp', 'Get a follow-up with its history'],
    'PATCH /follow-ups/{id}': ['lead', 'updateFollowUp', 'Change a follow-up'],
  }),
  ...group('Imports', {
    'POST /surveys/{id}/import-files': [
      'admin',
      'uploadImportFile',
      'Upload a file of answers, which is then checked',
      [409],
    ],
    'GET /import-files/{id}': ['admin', 'getImportFile', 'Get what is known about a file'],
    'DELETE /import-files/{id}': ['admin', 'deleteImportFile', 'Delete an uploaded file', [409]],
    'PUT /import-files/{id}/settings': [
      'admin',
      'setImportSettings',
      'Correct how a file is read, and check it again',
      [409],
    ],
    'PUT /import-files/{id}/storing': ['admin', 'startImport', 'Begin to store a file', [409]],
    'DELETE /import-files/{id}/storing': ['admin', 'stopImport', 'Stop storing; nothing is stored'],
    'GET /import-files/{id}/lists/{list}': [
      'admin',
      'exportImportList',
      'Export rejected or changed rows as CSV',
    ],
    'GET /imports': ['admin', 'listImports', 'List imports'],
    'GET /imports/{id}': ['admin', 'getImport', 'Get an import, and what undoing it would delete'],
    'DELETE /imports/{id}': ['admin', 'undoImport', 'Undo an import', [409]],
  }),
  ...group('People', {
    'GET /people': ['lead', 'listPeople', 'List people'],
    'PATCH /people/{id}': [
      'admin',
      'updatePerson',
      'Change a role, deactivate or reactivate a person',
      [409],
    ],
    'DELETE /people/{id}/two-factor': [
      'admin',
      'resetTwoFactor',
      'Turn a person’s second factor off',
    ],
    'POST /people/{id}/reset-link': [
      'admin',
      'createResetLink',
      'Create a link for setting a new password',
      [409],
    ],
    'GET /invitations': ['admin', 'listInvitations', 'List open invitations'],
    'POST /invitations': ['admin', 'createInvitation', 'Invite a person', [409]],
    'DELETE /invitations/{id}': ['admin', 'withdrawInvitation', 'Withdraw an invitation'],
    'GET /account-links/{token}': [null, 'getAccountLink', 'Get what a link is for', [410]],
    'POST /account-links/{token}': [null, 'useAccountLink', 'Join, or set a new password', [410]],
  }),
  ...group('Account', {
    'GET /me': ['viewer', 'getMe', 'Get the current person or key'],
    'PATCH /me': ['viewer', 'updateMe', 'Change one’s name', [409]],
    'PUT /me/password': ['viewer', 'changePassword', 'Change one’s password', [409, 429]],
    'GET /me/two-factor': ['viewer', 'getTwoFactor', 'Get whether two-factor is on', [409]],
    'POST /me/two-factor': ['viewer', 'beginTwoFactor', 'Begin to set two-factor up', [409, 429]],
    'PUT /me/two-factor': ['viewer', 'confirmTwoFactor', 'Turn two-factor on by a code', [409]],
    'POST /me/two-factor/removal': [
      'viewer',
      'removeTwoFactor',
      'Turn two-factor off',
      [404, 409, 429],
    ],
    'POST /me/recovery-codes': [
      'viewer',
      'createRecoveryCodes',
      'Replace the recovery codes',
      [409, 429],
    ],
    'GET /me/sessions': ['viewer', 'listSessions', 'List one’s sessions', [409]],
    'DELETE /me/sessions': ['viewer', 'endOtherSessions', 'End all other sessions', [409]],
    'DELETE /me/sessions/{id}': ['viewer', 'endSession', 'End a session'],
  }),
  ...group('API keys', {
    'GET /api-keys': ['admin', 'listApiKeys', 'List API keys'],
    'POST /api-keys': ['admin', 'createApiKey', 'Create an API key'],
    'DELETE /api-keys/{id}': ['admin', 'revokeApiKey', 'Revoke an API key'],
  }),
  ...group('Workspace', {
    'GET /workspace': ['viewer', 'getWorkspace', 'Get the workspace'],
    'PATCH /workspace': ['admin', 'updateWorkspace', 'Change the workspace'],
    'POST /example-data': ['admin', 'createExampleData', 'Load the example data', [409]],
    'DELETE /example-data': ['admin', 'deleteExampleData', 'Remove the example data'],
  }),
  ...group('Access', {
    'GET /setup': [null, 'getSetup', 'Check whether the first admin can be created'],
    'POST /setup': [null, 'createFirstAdmin', 'Create the first admin'],
    'POST /api/auth/sign-in/email': [null, 'signIn', 'Sign in with email and password', [401, 429]],
    'POST /api/auth/sign-out': [null, 'signOut', 'Sign out'],
  }),
  ...group('Respondents', {
    'PUT /s/{slug}/responses/{id}': [
      null,
      'saveResponse',
      'Save a response',
      [403, 409, 410, 428, 429],
    ],
  }),
  ...group('Server', {
    'GET /health': [null, 'getHealth', 'Check the server’s health'],
    'GET /api/v1/health': [null, 'getApiHealth', 'Check the API’s health'],
    'GET /openapi.json': [null, 'getDocument', 'Get this document'],
  }),
}

type Entry = [
  role: Role | null,
  id: string,
  summary: string,
  also?: number[],
  findsAll?: 'finds all',
]

function group(tag: Operation['tag'], entries: Record<string, Entry>): Record<string, Operation> {
  return Object.fromEntries(
    Object.entries(entries).map(([address, [role, id, summary, also = [], findsAll]]) => {
      const [method, path] = address.split(' ')
      const whole = OUTSIDE.test(path!) ? path : `/api/v1${path}`
      return [`${method} ${whole}`, { tag, id, summary, role, also, findsAll: !!findsAll }]
    }),
  )
}
