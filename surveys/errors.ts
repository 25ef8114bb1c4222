/** One thing that is wrong with what was sent: the field by its path, and what it has to be. */
export type FieldError = { field: string; message: string }

/** What was sent can't be accepted; `errors` names each field and the reason. */
export class InvalidInput extends Error {
  override name = 'InvalidInput'
  constructor(readonly errors: FieldError[]) {
    super(errors.map(({ field, message }) => `${field}: ${message}`).join('; '))
  }
}

/** There is no such thing, or it is not for this reader to see. */
export class NotFound extends Error {
  override name = 'NotFound'
  constructor(readonly thing: string) {
    super(`There is no such ${thing}.`)
  }
}

/** The survey exists and takes no answers: it is a draft, paused or archived. */
export class SurveyClosed extends Error {
  override name = 'SurveyClosed'
  constructor() {
    super('This survey is not taking answers.')
  }
}

/** The customer took this response back: there is nothing of it, and nothing brings it back. */
export class ResponseErased extends Error {
  override name = 'ResponseErased'
  constructor() {
    super('This response was erased by its customer.')
  }
}

/** What was asked contradicts what is stored, such as a slug that is taken. */
export class Conflict extends Error {
  override name = 'Conflict'
}

/** What a page sends is older than what is stored of it already. */
export class NewerSaveStored extends Error {
  override name = 'NewerSaveStored'
  constructor() {
    super('A newer save of this response is stored already.')
  }
}

/** Whoever asked has gone, and was not waited for. */
export class NoLongerWanted extends Error {
  override name = 'NoLongerWanted'
  constructor() {
    super('Whoever asked has gone.')
  }
}

/** Too many requests of this person wait to be read; `retryAfter` seconds from now fewer will. */
export class TooManyReads extends Error {
  override name = 'TooManyReads'
  constructor(readonly retryAfter: number) {
    super('Too many of your requests are waiting. Wait for some of them before you ask again.')
  }
}

/** The disk is full, locked or failing; nothing was stored and trying again later may work. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable'
}

/** The database is closed, or is being closed, as the program ends. */
export class DatabaseClosed extends StorageUnavailable {
  override name = 'DatabaseClosed'
  constructor() {
    super('The database is closed.')
  }
}

/** The groups that were asked for are being counted; shortly they will be there. */
export class BeingCounted extends Error {
  override name = 'BeingCounted'
  constructor(readonly property: string) {
    super(`The groups of "${property}" are being counted just now. Ask again shortly.`)
  }
}

/** The database can't be opened as it is; the message says why and what to do, in a sentence or two. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable'
}
