import { surveyDefinition, type SurveyDefinition } from '../../surveys/definition.ts'

/** Builds texts by language from the question and the labels of the scale's ends. */
const withEnds = (texts: Record<string, [ask: string, low: string, high: string]>) =>
  perLanguage(texts, ([ask, low, high]) => ({ ask, low, high }))

const asking = (texts: Record<string, string>) => perLanguage(texts, (ask) => ({ ask }))

const perLanguage = <Given, Text>(texts: Record<string, Given>, textOf: (given: Given) => Text) =>
  Object.fromEntries(Object.entries(texts).map(([language, given]) => [language, textOf(given)]))

/** A survey with a question of every kind and display, in four languages. */
export const everyKind: SurveyDefinition = surveyDefinition.parse({
  languages: ['en', 'de', 'he', 'ar'],
  questions: [
    {
      id: 'nps',
      kind: 'nps',
      text: withEnds({
        en: ['Would you recommend {company}?', 'Not at all', 'Very likely'],
        de: ['Würden Sie {company} weiterempfehlen?', 'Gar nicht', 'Sehr gern'],
        he: ['האם תמליצו על {company}?', 'בכלל לא', 'בהחלט כן'],
        ar: ['هل توصي بـ {company}؟', 'أبداً', 'بالتأكيد'],
      }),
    },
    {
      id: 'stars',
      kind: 'csat',
      display: 'stars',
      text: withEnds({
        en: ['How was the delivery?', 'Poor', 'Excellent'],
        de: ['Wie war die Lieferung?', 'Schlecht', 'Ausgezeichnet'],
        he: ['איך היה המשלוח?', 'גרוע', 'מצוין'],
        ar: ['كيف كان التوصيل؟', 'سيئ', 'ممتاز'],
      }),
    },
    {
      id: 'faces',
      kind: 'csat',
      display: 'faces',
      text: withEnds({
        en: ['How satisfied are you overall?', 'Very dissatisfied', 'Very satisfied'],
        de: ['Wie zufrieden sind Sie insgesamt?', 'Sehr unzufrieden', 'Sehr zufrieden'],
        he: ['עד כמה אתם מרוצים בסך הכול?', 'מאוד לא מרוצים', 'מרוצים מאוד'],
        ar: ['ما مدى رضاك بشكل عام؟', 'غير راضٍ إطلاقاً', 'راضٍ جداً'],
      }),
    },
    {
      id: 'effort',
      kind: 'ces',
      text: withEnds({
        en: ['We made it easy to get help.', 'Disagree', 'Agree'],
        de: ['Es war leicht, Hilfe zu bekommen.', 'Stimme nicht zu', 'Stimme zu'],
        he: ['היה קל לקבל עזרה.', 'לא מסכימים', 'מסכימים'],
        ar: ['كان الحصول على المساعدة سهلاً.', 'لا أوافق', 'أوافق'],
      }),
    },
    {
      id: 'value',
      kind: 'scale',
      min: 1,
      max: 10,
      text: withEnds({
        en: ['Is it worth the price?', 'Not worth it', 'Worth every cent'],
        de: ['Ist es den Preis wert?', 'Nein', 'Jeden Cent'],
        he: ['האם זה שווה את המחיר?', 'לא שווה', 'שווה כל שקל'],
        ar: ['هل يستحق السعر؟', 'لا يستحق', 'يستحق تماماً'],
      }),
    },
    {
      id: 'solved',
      kind: 'yesno',
      text: asking({
        en: 'Did we solve your problem?',
        de: 'Haben wir Ihr Problem gelöst?',
        he: 'האם פתרנו את הבעיה?',
        ar: 'هل حللنا مشكلتك؟',
      }),
    },
    {
      id: 'reason',
      kind: 'choice',
      options: ['speed', 'price', 'people'],
      other: true,
      showIf: { question: 'solved', options: ['no'] },
      text: {
        en: {
          ask: 'What stood in the way?',
          options: { speed: 'It took too long', price: 'The price', people: 'Nobody called back' },
        },
        de: {
          ask: 'Woran lag es?',
          options: {
            speed: 'Es dauerte zu lange',
            price: 'Am Preis',
            people: 'Niemand rief zurück',
          },
        },
        he: {
          ask: 'מה הפריע?',
          options: { speed: 'זה לקח יותר מדי זמן', price: 'המחיר', people: 'לא חזרו אליי' },
        },
        // One option isn't translated yet.
        ar: { ask: 'ما الذي أعاق الأمر؟', options: { speed: 'استغرق وقتاً طويلاً', price: 'السعر' } },
      },
    },
    {
      id: 'uses',
      kind: 'choices',
      options: ['home', 'work'],
      other: true,
      showIf: { question: 'value', values: [8, 9, 10] },
      text: {
        en: { ask: 'Where do you use it?', options: { home: 'At home', work: 'At work' } },
        de: { ask: 'Wo nutzen Sie es?', options: { home: 'Zu Hause', work: 'Bei der Arbeit' } },
        he: { ask: 'איפה אתם משתמשים בזה?', options: { home: 'בבית', work: 'בעבודה' } },
        ar: { ask: 'أين تستخدمه؟', options: { home: 'في المنزل', work: 'في العمل' } },
      },
    },
    {
      id: 'word',
      kind: 'text',
      short: true,
      text: {
        en: { ask: 'In one word, how was it?', hint: 'Quick, warm, slow' },
        de: { ask: 'In einem Wort: wie war es?' },
        he: { ask: 'במילה אחת, איך היה?' },
        ar: { ask: 'بكلمة واحدة، كيف كان؟' },
      },
    },
    {
      // Also a property of the form element.
      id: 'dataset',
      kind: 'contact',
      text: asking({
        en: 'May we write to you about this?',
        de: 'Dürfen wir Ihnen dazu schreiben?',
        he: 'אפשר לכתוב לכם על כך?',
        ar: 'هل يمكننا مراسلتك بهذا الشأن؟',
      }),
    },
  ],
  thanks: {
    en: {
      unhappy: 'Thank you for telling us. A person will read this today.',
      neutral: 'Thank you. A person will read this.',
      happy: 'Thank you. That makes our day.',
    },
  },
  links: [
    { url: 'https://reviews.example.com/acme', text: { en: 'Review us', de: 'Bewerten Sie uns' } },
  ],
})

/** A wide logo, as an SVG data URL. */
export const LOGO = `data:image/svg+xml;base64,${Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="132" height="36"><circle cx="18" cy="18" r="16" fill="#7a3ff2"/><text x="44" y="25" font-family="sans-serif" font-weight="700" font-size="22" fill="#222">Acme</text></svg>',
).toString('base64')}`
