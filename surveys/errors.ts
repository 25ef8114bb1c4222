import type { SecondFactorState } from './problemTypes.ts'

/** An invalid field, by its path, and what it must be. */
export type FieldError = { field: string; message: string }

/** The input is invalid; `errors` names each field and what it must be. */
export class InvalidInput extends Error {
  override name = 'InvalidInput'
  constructor(readonly errors: FieldError[]) {
    super(errors.map(({ field, message }) => `${field}: ${message}`).join('; '))
  }
}

/** The thing doesn't exist, or this reader may not see it. */
export class NotFound extends Error {
  override name = 'NotFound'
  constructor(readonly thing: string) {
    super(`There is no such ${thing}.`)
  }
}

/** The survey exists but takes no answers: it is a draft, paused or archived. */
export class SurveyClosed extends Error {
  override name = 'SurveyClosed'
  constructor() {
    super('This survey is not taking answers.')
  }
}

/** The customer withdrew this response; it can't be restored. */
export class ResponseErased extends Error {
  override name = 'ResponseErased'
  constructor() {
    super('This response was erased by its customer.')
  }
}

/** The request conflicts with what is stored, such as a slug that is taken. */
export class Conflict extends Error {
  override name = 'Conflict'
}

/** A save is older than what is stored. */
export class NewerSaveStored extends Error {
  override name = 'NewerSaveStored'
  constructor() {
    super('A newer save of this response is stored already.')
  }
}

/** The requester has disconnected. */
export class NoLongerWanted extends Error {
  override name = 'NoLongerWanted'
  constructor() {
    super('The client has disconnected.')
  }
}

/** Too many of this person's requests are waiting; retry after `retryAfter` seconds. */
export class TooManyReads extends Error {
  override name = 'TooManyReads'
  constructor(readonly retryAfter: number) {
    super('Too many of your requests are waiting. Wait for some of them before you ask again.')
  }
}

/** The disk is full, locked or failing; nothing was stored, and retrying later may work. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable'
}

/** The database is closed, or being closed at shutdown. */
export class DatabaseClosed extends StorageUnavailable {
  override name = 'DatabaseClosed'
  constructor() {
    super('The database is closed.')
  }
}

/** The requested groups are being counted; retry shortly. */
export class BeingCounted extends Error {
  override name = 'BeingCounted'
  constructor(readonly property: string) {
    super(`The groups of "${property}" are being counted just now. Ask again shortly.`)
  }
}

/** The database can't be opened; the message says why, and what the operator should do. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable'
}

/** The password is correct, but the account also needs a code. */
export class SecondFactorNeeded extends Error {
  override name = 'SecondFactorNeeded'

  constructor(readonly state: SecondFactorState) {
    super(
      {
        missing: 'This account needs a code of its app, or a recovery code, as "code".',
        wrong: 'The code is wrong, or was used already.',
        unreadable:
          'The server has lost the key to this account’s codes. Use a recovery code, or ask an admin to turn two-factor off.',
      }[state],
    )
  }
}
