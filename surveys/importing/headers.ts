import {
  CUSTOMER,
  NETWORK,
  PERSON_NAMES,
  RESPONSE_ID,
  STAFF,
  exactly,
  somewhere,
} from '../personNames.ts'

/** A kind of content that a column's name suggests. */
export type Hint =
  | 'score'
  | 'comment'
  | 'date'
  | 'email'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'customerId'
  | 'customer'
  | 'responseId'
  | 'language'
  | 'technical'
  | 'network'
  | 'derived'

const HINTS: Record<Hint, RegExp> = {
  ...PERSON_NAMES,
  network: NETWORK,
  score: somewhere(
    'scores?|rating|nps|csat|ces|likely|likelihood|recommend|satisfaction|satisfied|easy|effort|answer|grade|points|choice|value|hodnoceni|hodnotenie|skore|znamka|body|doporucil[aiy]?|odporucil[aiy]?|ocena|wynik|polecil\\w*|bewertung|note|punkte|weiterempfehlen|ציון|דירוג',
  ),
  comment: somewhere(
    'comments?|reasons?|feedback|why|verbatim|remarks?|notes?|message|explanation|tell us|open ended|proc|preco|dlaczego|warum|koment\\w*|duvod|dovod|powod|poznamka|uwagi|kommentar\\w*|grund|begrundung|nachricht|text|free response|follow up answer|הערה|הערות|תגובה|למה',
  ),
  date: somewhere(
    'date|datetime|time|timestamp|created|submitted|completed|responded|answered|updated|modified|datum|cas|kdy|data|kiedy|zeit|zeitpunkt|wann|vytvoreno|vytvorene|odeslano|at|תאריך',
  ),
  language: exactly(
    `(?:(?:start|survey|response|${CUSTOMER}) )?(?:lang|language|locale|jazyk|jezyk|sprache|שפה)`,
  ),
  technical: exactly(
    '#|no|nr|row|index|network id|collector id|user ?agent|permalink|url|link|webhook|token',
  ),
  derived: exactly(
    '(?:year|month|quarter|week|week ?day|day|day of week|hour|rok|mesic|ctvrtleti|tyden|den|mesiac|stvrtrok|miesiac|kwartal|tydzien|dzien|jahr|monat|quartal|woche|wochentag|tag|שנה|חודש|רבעון)(?: number| no| name)?',
  ),
}

/** What a column's name suggests that it contains, in any supported language. */
export function hintsOf(name: string): Set<Hint> {
  const words = [name, afterCode(name)].map(wordsOf)
  const hints = Object.keys(HINTS) as Hint[]
  return new Set(hints.filter((hint) => words.some((each) => HINTS[hint].test(each))))
}

/** Removes LimeSurvey's code before a name: `id. Response ID` → `Response ID`. */
export function afterCode(name: string): string {
  return name.replace(/^\w{1,30}\. (?=.)/, '')
}

/** Whether a column is about the company's staff, whose email addresses are not customers'. */
export function isAboutStaff(name: string): boolean {
  return STAFF.test(wordsOf(name))
}

/** Whether a name means a response's id, unlike a plain `id`. */
export function isAboutResponses(name: string): boolean {
  return RESPONSE_ID.test(wordsOf(name))
}

/** Whether a name means something about comments rather than comments: `feedback_type`. */
export function isAboutComments(name: string): boolean {
  return somewhere(
    'types?|category|categories|kind|status|source|channel|tags?|topics?|themes?|sentiment|language|lang|id|count|length|typ|kategorie|kategoria|druh|rodzaj|stav|status|zdroj|tema|jazyk|sprache|anzahl|art|quelle|סוג|קטגוריה|סטטוס|מקור',
  ).test(wordsOf(name))
}

const INVITED = somewhere(
  'sent|send|invit\\w*|request\\w*|remind\\w*|start\\w*|opened|delivered|expir\\w*|due|zacatek|zaciatok|pozvan\\w*|wyslan\\w*|zaprosz\\w*|versand\\w*|gesendet|einladung\\w*|beginn|נשלח|הזמנה לסקר|תזכורת',
)
const ANSWERED = somewhere(
  'submi\\w*|complet\\w*|respon\\w*|answer\\w*|rating|ratings|rated|reviews?|reviewed|feedback|repl\\w*|hodnoc\\w*|hodnot\\w*|odpov\\w*|vypln\\w*|odeslan\\w*|odoslan\\w*|ocen\\w*|odpowied\\w*|wypeln\\w*|bewert\\w*|antwort\\w*|beantwort\\w*|ausgefullt|abgegeben|דירוג|תשובה|מענה|מילוי|משוב',
)
const SURVEYED = somewhere(
  'survey\\w*|end|nps|csat|ces|pruzkum\\w*|prieskum\\w*|ankiet\\w*|umfrage\\w*|ende|konec|koniec|סקר|סיום',
)
const OTHER_EVENTS = somewhere(
  'order\\w*|purchas\\w*|bought|paid|payment|invoice\\w*|deliver\\w*|shipp\\w*|birth\\w*|born|signup|sign up|signed|regist\\w*|joined|since|updated|modified|changed|closed|solved|resolved|stage|visit\\w*|booking|booked|contract|renewal|last|objednavk\\w*|nakup\\w*|platb\\w*|faktur\\w*|dodan\\w*|doruc\\w*|narozen\\w*|narod\\w*|regist\\w*|upraven\\w*|zmen\\w*|uzavr\\w*|zamow\\w*|zakup\\w*|dostaw\\w*|urodz\\w*|zmian\\w*|bestell\\w*|kauf\\w*|rechnung\\w*|liefer\\w*|geburt\\w*|geandert|aktualisiert|geschlossen|הזמנה|רכישה|קנייה|תשלום|לידה|עדכון|משלוח',
)

/** Rates how clearly a date column's name means the time of the answer, from 1 to 4. */
export function dateRank(name: string): number {
  const words = wordsOf(name)
  if (INVITED.test(words)) return 1
  if (ANSWERED.test(words)) return 4
  if (SURVEYED.test(words)) return 3
  return OTHER_EVENTS.test(words) ? 1 : 2
}

/** Splits a name into lower-case words without accents: `createdDate` → `created date`, `Customer #` → `customer #`. */
export function wordsOf(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .replace(/ *# */g, ' # ')
    .trim()
}
