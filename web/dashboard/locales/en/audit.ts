export default {
  audit: {
    help: 'Sign-ins, exports, seen names and changes to people and settings. Entries can’t be changed or deleted.',
    action: 'Action',
    allActions: 'All actions',
    clear: 'Clear filter',
    onlyActor: 'Show only this person’s entries',
    empty: 'No entries',
    emptyHelp: 'Nothing was recorded that matches this filter.',
    actors: {
      person: 'Someone signed in',
      key: 'An API key',
      command: 'A command on the server',
      unknown: 'Not signed in',
    },
    actions: {
      session: {
        started: 'Signed in',
        refused: 'Sign-in refused',
        ended: 'Signed out',
        revoked: 'Ended sessions',
      },
      person: {
        invited: 'Invited someone',
        invitation_withdrawn: 'Withdrew an invitation',
        joined: 'Joined by invitation',
        added: 'Added a person',
        role_changed: 'Changed a role',
        deactivated: 'Deactivated a person',
        reactivated: 'Reactivated a person',
        reset_link_created: 'Created a reset link',
        password_reset: 'Reset a password',
        password_changed: 'Changed their password',
        two_factor_enabled: 'Turned two-factor on',
        two_factor_disabled: 'Turned two-factor off',
        recovery_codes_created: 'Created recovery codes',
        recovery_code_used: 'Used a recovery code',
      },
      secrets: {
        rotated: 'Sealed stored secrets with a new key',
      },
      key: {
        created: 'Created an API key',
        revoked: 'Revoked an API key',
      },
      names: {
        viewed: 'Saw customers’ names',
      },
      export: {
        downloaded: 'Downloaded an export',
      },
      import: {
        finished: 'Imported a file',
        undone: 'Undid an import',
      },
      workspace: {
        changed: 'Changed settings',
      },
      signing_key: {
        viewed: 'Saw the key that signs links',
      },
      audit_log: {
        downloaded: 'Downloaded the audit log',
      },
    },
  },
}
