import { Route, Router } from '@solidjs/router'
import { ErrorBoundary, lazy } from 'solid-js'
import { render } from 'solid-js/web'
import { base } from './base/path.ts'
import { startLanguage, withWords } from './base/i18n.ts'
import { isMissingFile } from './base/missingFile.ts'
import { MissingFile } from './shell/MissingFile.tsx'
import Shell from './shell/Shell.tsx'
import './index.css'
import { startTheme } from './base/theme.ts'

const SignIn = lazy(withWords(() => import('./entrance/SignIn.tsx'), 'entrance'))
const Setup = lazy(withWords(() => import('./entrance/Setup.tsx'), 'entrance', 'settings'))
const AccountLink = lazy(withWords(() => import('./entrance/AccountLink.tsx'), 'entrance'))
const Overview = lazy(
  withWords(() => import('./overview/Overview.tsx'), 'alerts', 'overview', 'scores'),
)
const Surveys = lazy(withWords(() => import('./surveys/Surveys.tsx'), 'scores', 'surveys'))
const NewSurvey = lazy(withWords(() => import('./surveys/NewSurvey.tsx'), 'surveys'))
const Trends = lazy(
  withWords(
    () => import('./trends/Trends.tsx'),
    'alerts',
    'filter',
    'floods',
    'responses',
    'scores',
    'surveys',
    'trends',
    'views',
    'watching',
  ),
)
const EditSurvey = lazy(
  withWords(() => import('./editor/EditSurvey.tsx'), 'editor', 'publishing', 'surveys'),
)
const Responses = lazy(
  withWords(
    () => import('./responses/Responses.tsx'),
    'filter',
    'floods',
    'responses',
    'scores',
    'surveys',
  ),
)
const Results = lazy(
  withWords(
    () => import('./results/Results.tsx'),
    'filter',
    'floods',
    'results',
    'scores',
    'surveys',
    'trends',
  ),
)
const Share = lazy(withWords(() => import('./sharing/Share.tsx'), 'sharing', 'surveys'))
const Properties = lazy(withWords(() => import('./properties/Properties.tsx'), 'properties'))
const FollowUps = lazy(
  withWords(() => import('./followUps/FollowUps.tsx'), 'followUps', 'responses', 'views'),
)
const Settings = lazy(withWords(() => import('./settings/Settings.tsx'), 'settings'))
const WorkspaceForm = lazy(withWords(() => import('./settings/WorkspaceForm.tsx'), 'settings'))
const People = lazy(withWords(() => import('./people/People.tsx'), 'people'))
const OwnAccount = lazy(withWords(() => import('./account/OwnAccount.tsx'), 'ownAccount'))
const Imports = lazy(withWords(() => import('./importing/Imports.tsx'), 'importing'))
const NewImport = lazy(withWords(() => import('./importing/NewImport.tsx'), 'importing'))
const ImportFile = lazy(
  withWords(() => import('./importing/ImportFile.tsx'), 'importing', 'scores'),
)
const ApiKeys = lazy(withWords(() => import('./apiKeys/ApiKeys.tsx'), 'apiKeys'))
const AuditLog = lazy(withWords(() => import('./audit/AuditLog.tsx'), 'audit'))
const NotFound = lazy(() => import('./shell/NotFound.tsx'))

function orReload(error: unknown) {
  if (!isMissingFile(error)) throw error
  return <MissingFile />
}

startTheme()
await startLanguage()

render(
  () => (
    <ErrorBoundary fallback={orReload}>
      <Router base={base}>
        <Route path="/sign-in" component={SignIn} />
        <Route path="/setup" component={Setup} />
        <Route path={['/invite/:token', '/reset/:token']} component={AccountLink} />
        <Route path="/" component={Shell}>
          <Route path="/" component={Overview} />
          <Route path="/surveys" component={Surveys} />
          <Route path="/surveys/new" component={NewSurvey} />
          <Route path="/surveys/:id/trends" component={Trends} />
          <Route path="/surveys/:id/edit" component={EditSurvey} />
          <Route path="/surveys/:id/results" component={Results} />
          <Route path="/surveys/:id/responses/:response?" component={Responses} />
          <Route path="/surveys/:id/share" component={Share} />
          <Route path="/surveys/:id/properties" component={Properties} />
          <Route path="/follow-ups/:id?" component={FollowUps} />
          <Route path="/account" component={OwnAccount} />
          <Route path="/settings" component={Settings}>
            <Route path="/" component={WorkspaceForm} />
            <Route path="/people" component={People} />
            <Route path="/imports" component={Imports} />
            <Route path="/imports/new" component={NewImport} />
            <Route path="/imports/files/:id" component={ImportFile} />
            <Route path="/api-keys" component={ApiKeys} />
            <Route path="/audit-log" component={AuditLog} />
          </Route>
          <Route path="*" component={NotFound} />
        </Route>
      </Router>
    </ErrorBoundary>
  ),
  document.getElementById('app')!,
)
