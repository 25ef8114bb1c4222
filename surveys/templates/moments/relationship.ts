import { nps } from '../nps.ts'
import { moment } from './moment.ts'

/** About the company as a whole: recommendation. */
export const relationship = moment('relationship', {
  group: 'product',
  metric: 'nps',
  name: {
    en: 'Relationship',
    cs: 'Celkový vztah',
    sk: 'Celkový vzťah',
    pl: 'Ogólna relacja',
    de: 'Kundenbeziehung',
    he: 'הקשר עם הלקוחות',
  },
  description: {
    en: 'Would they recommend your company? Ask every customer once or twice a year.',
    cs: 'Doporučili by vaši firmu? Ptejte se každého zákazníka jednou či dvakrát za rok.',
    sk: 'Odporučili by vašu firmu? Pýtajte sa každého zákazníka raz či dvakrát za rok.',
    pl: 'Czy poleciliby Państwa firmę? Pytanie do każdego klienta raz lub dwa razy w roku.',
    de: 'Würden sie Ihr Unternehmen weiterempfehlen? Zum Versand ein- bis zweimal im Jahr.',
    he: 'האם ימליצו על החברה שלכם? לשליחה לכל לקוח פעם או פעמיים בשנה.',
  },
  ask: Object.fromEntries(
    Object.entries(nps.definition.questions[0]!.text).map(([language, text]) => [
      language,
      text.ask as string,
    ]),
  ),
})
