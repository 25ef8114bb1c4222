import type { FollowUp } from './model/api.ts'
import { isUnverified } from '../responses/responseParts.ts'

type Words = { subject: string; hello: string; thanks: string; link: string; bye: string }

const ENGLISH: Words = {
  subject: 'Your feedback to {company}',
  hello: 'Hello,',
  thanks: 'Thank you for your feedback. We are sorry that we let you down.',
  link: 'Here you can see your answer and add to it. The link is only for you:',
  bye: 'Kind regards',
}

/** In the customer's language, not in that of the dashboard. */
const WORDS: Record<string, Words> = {
  en: ENGLISH,
  cs: {
    subject: 'Vaše zpětná vazba pro {company}',
    hello: 'Dobrý den,',
    thanks: 'děkujeme za zpětnou vazbu. Mrzí nás, že jsme vás zklamali.',
    link: 'Zde si můžete svou odpověď zobrazit a doplnit. Odkaz je určen jen vám:',
    bye: 'S pozdravem',
  },
  sk: {
    subject: 'Vaša spätná väzba pre {company}',
    hello: 'Dobrý deň,',
    thanks: 'ďakujeme za spätnú väzbu. Mrzí nás, že sme vás sklamali.',
    link: 'Tu si môžete svoju odpoveď pozrieť a doplniť. Odkaz je určený len vám:',
    bye: 'S pozdravom',
  },
  pl: {
    subject: 'Państwa opinia o {company}',
    hello: 'Dzień dobry,',
    thanks: 'dziękujemy za opinię. Przykro nam, że nie spełniliśmy Państwa oczekiwań.',
    link: 'Tutaj można zobaczyć i uzupełnić swoją odpowiedź. Link jest tylko dla Państwa:',
    bye: 'Z poważaniem',
  },
  de: {
    subject: 'Ihre Rückmeldung an {company}',
    hello: 'Guten Tag,',
    thanks: 'vielen Dank für Ihre Rückmeldung. Es tut uns leid, dass wir Sie enttäuscht haben.',
    link: 'Hier können Sie Ihre Antwort ansehen und ergänzen. Der Link ist nur für Sie bestimmt:',
    bye: 'Freundliche Grüße',
  },
  he: {
    subject: 'המשוב שלכם על {company}',
    hello: 'שלום,',
    thanks: 'תודה על המשוב. אנחנו מצטערים שאכזבנו אתכם.',
    link: 'כאן אפשר לראות את התשובה שלכם ולהוסיף לה. הקישור מיועד רק לכם:',
    bye: 'בברכה',
  },
}

/** The address at which a customer can be answered, and whether it is known to be theirs. */
function addressOf({ response }: FollowUp): { email: string; isTheirs: boolean } | null {
  const given = response.answers.find(({ kind, text }) => kind === 'contact' && text)?.text
  if (given) return { email: given, isTheirs: true }
  const email = response.customer?.email
  return email ? { email, isTheirs: !isUnverified(response) } : null
}

/**
 * A link that starts a mail to the customer; null if no address is known. Their private address is not
 * sent to where a stranger may read it.
 */
export function replyLink(followUp: FollowUp, company: string, me: string): string | null {
  const address = addressOf(followUp)
  if (!address) return null
  const { language, feedbackUrl } = followUp.response
  const words = WORDS[language ?? ''] ?? ENGLISH
  const link = address.isTheirs && feedbackUrl ? `${words.link}\n${feedbackUrl}\n\n` : ''
  const body = `${words.hello}\n\n${words.thanks}\n\n\n\n${link}${words.bye}\n${me}, ${company}\n`
  const subject = words.subject.replace('{company}', () => company)
  const encoded = (text: string) => encodeURIComponent(text.replaceAll('\n', '\r\n'))
  return `mailto:${encodeURIComponent(address.email).replace('%40', '@')}?subject=${encoded(subject)}&body=${encoded(body)}`
}
