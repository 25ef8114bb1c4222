import { Route, Router } from '@solidjs/router'
import { ErrorBoundary, lazy } from 'solid-js'
import { render } from 'solid-js/web'
import { base } from './base/path.ts'
import { startLanguage } from './base/i18n.ts'
import { isMissingFile } from './base/missingFile.ts'
import { MissingFile } from './shell/MissingFile.tsx'
import Shell from './shell/Shell.tsx'
import './index.css'
import { startTheme } from './base/theme.ts'

const SignIn = lazy(() => import('./entrance/SignIn.tsx'))
const Setup = lazy(() => import('./entrance/Setup.tsx'))
const Overview = lazy(() => import('./overview/Overview.tsx'))
const Surveys = lazy(() => import('./surveys/Surveys.tsx'))
const NewSurvey = lazy(() => import('./surveys/NewSurvey.tsx'))
const Trends = lazy(() => import('./trends/Trends.tsx'))
const EditSurvey = lazy(() => import('./editor/EditSurvey.tsx'))
const Responses = lazy(() => import('./responses/Responses.tsx'))
const Share = lazy(() => import('./sharing/Share.tsx'))
const Properties = lazy(() => import('./properties/Properties.tsx'))
const FollowUps = lazy(() => import('./followUps/FollowUps.tsx'))
const Settings = lazy(() => import('./settings/Settings.tsx'))
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
        <Route path="/" component={Shell}>
          <Route path="/" component={Overview} />
          <Route path="/surveys" component={Surveys} />
          <Route path="/surveys/new" component={NewSurvey} />
          <Route path="/surveys/:id/trends" component={Trends} />
          <Route path="/surveys/:id/edit" component={EditSurvey} />
          <Route path="/surveys/:id/responses" component={Responses} />
          <Route path="/surveys/:id/share" component={Share} />
          <Route path="/surveys/:id/properties" component={Properties} />
          <Route path="/follow-ups/:id?" component={FollowUps} />
          <Route path="/settings" component={Settings} />
          <Route path="*" component={NotFound} />
        </Route>
      </Router>
    </ErrorBoundary>
  ),
  document.getElementById('app')!,
)
