import type en from './en/index.ts'

type First = typeof en.first
type Loaders = typeof en.subjects

/** What a page's words belong to; each is a file in every language, loaded with the pages that declare it. */
export type Subject = keyof Loaders

/** The English words by subject, those of the first screen included. */
export type English = { first: First } & {
  [Name in Subject]: Awaited<ReturnType<Loaders[Name]>>['default']
}

type Plural = {
  zero?: string
  one?: string
  two?: string
  few?: string
  many?: string
  other: string
}

/** The shape of English words in another language, which has plural forms of its own. */
export type Translation<Texts> = {
  [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : Texts[Key] extends { one: string; other: string }
      ? Plural
      : Translation<Texts[Key]>
}

/** A language: the words of the first screen, and how to load those of each subject. */
export type Locale = {
  first: Translation<First>
  subjects: { [Name in Subject]: () => Promise<{ default: Translation<English[Name]> }> }
}
