// Times are milliseconds since 1970 UTC; a day is the number of days since 1970-01-01 in the
// workspace's time zone. Public ids are text; `no` is internal.

export { FOLLOW_UP_STATES, type FollowUpState } from '../../surveys/followUps.ts'
export * from './audit.ts'
export * from './customers.ts'
export * from './followUps.ts'
export * from './importing.ts'
export * from './people.ts'
export * from './properties.ts'
export * from './responses.ts'
export * from './scoreboard.ts'
export * from './scores.ts'
export * from './search.ts'
export * from './surveys.ts'
export * from './views.ts'
export * from './watching.ts'
