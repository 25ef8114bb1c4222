import base from './base.ts'
import shell from './shell.ts'

/** The texts of every page. */
export const common = { ...base, ...shell }

/** Loads the texts of the other subjects; each file is a chunk of its own. */
export const subjects = import.meta.glob<{ default: typeof common }>([
  './*.ts',
  '!./{index,base,shell}.ts',
])
