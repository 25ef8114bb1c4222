import { replaceAccounts } from './accounts.ts'
import { replaceAddresses } from './addresses.ts'
import { MASK } from './mask.ts'
import { replacePhones } from './phones.ts'

const EMAIL =
  /[^\s@<>()[\]{},;:"„“”«»]{1,64}@[^\s@<>()[\]{},;:"„“”«»]{0,200}[\p{L}\p{N}]|(?<![\w.+-])[\w.+-]{1,64} ?[([{] ?(?:at|zavin[aá]č|małpa|ät) ?[)\]}] ?[\w-]{1,60}(?: ?(?:\.|[([{] ?(?:dot|tečka|bodka|kropka|punkt) ?[)\]}]) ?[\w-]{1,60}){1,4}/giu

/**
 * Masks the parts of a comment that identify a person: email addresses, telephone numbers, postal addresses as
 * far as their form tells, and the numbers of accounts and cards whose checksums are right. Numbers of orders,
 * prices, dates and times stay.
 * @returns the text with `MASK` for each such part; names in prose stay, since no form tells them
 */
export function maskPersonal(text: string): string {
  const open = text.replace(EMAIL, MASK)
  return replaceAddresses(replacePhones(replaceAccounts(open, MASK), MASK), MASK)
}
