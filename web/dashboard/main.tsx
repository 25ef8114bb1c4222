import { Route, Router } from '@solidjs/router'
import { ErrorBoundary, lazy } from 'solid-js'
import { render } from 'solid-js/web'
import { base } from './base.ts'
import { startLanguage } from './i18n.ts'
import { isMissingFile } from './missingFile.ts'
import { MissingFile } from './parts/MissingFile.tsx'
import Shell from './parts/Shell.tsx'
import './styles/index.css'
import { startTheme } from './theme.ts'

const SignIn = lazy(() => import('./pages/SignIn.tsx'))
const Setup = lazy(() => import('./pages/Setup.tsx'))
const Overview = lazy(() => import('./pages/Overview.tsx'))
const Surveys = lazy(() => import('./pages/Surveys.tsx'))
const NewSurvey = lazy(() => import('./pages/NewSurvey.tsx'))
const Trends = lazy(() => import('./pages/Trends.tsx'))
const EditSurvey = lazy(() => import('./pages/EditSurvey.tsx'))
const Responses = lazy(() => import('./pages/Responses.tsx'))
const Share = lazy(() => import('./pages/Share.tsx'))
const Properties = lazy(() => import('./pages/Properties.tsx'))
const FollowUps = lazy(() => import('./pages/FollowUps.tsx'))
const Settings = lazy(() => import('./pages/Settings.tsx'))
const NotFound = lazy(() => import('./pages/NotFound.tsx'))

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
