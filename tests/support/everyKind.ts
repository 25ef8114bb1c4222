import { surveyDefinition, type SurveyDefinition } from '../../surveys/survey.ts'

/** A survey with a question of every kind, drawn in every way, in four languages. */
export const everyKind: SurveyDefinition = surveyDefinition.parse({
  languages: ['en', 'de', 'he', 'ar'],
  questions: [
    {
      id: 'nps',
      kind: 'nps',
      text: {
        en: { ask: 'Would you recommend {company}?', low: 'Not at all', high: 'Very likely' },
        de: { ask: 'Würden Sie {company} weiterempfehlen?', low: 'Gar nicht', high: 'Sehr gern' },
        he: { ask: 'האם תמליצו על {company}?', low: 'בכלל לא', high: 'בהחלט כן' },
        ar: { ask: 'هل توصي بـ {company}؟', low: 'أبداً', high: 'بالتأكيد' },
      },
    },
    {
      id: 'stars',
      kind: 'csat',
      display: 'stars',
      text: {
        en: { ask: 'How was the delivery?', low: 'Poor', high: 'Excellent' },
        de: { ask: 'Wie war die Lieferung?', low: 'Schlecht', high: 'Ausgezeichnet' },
        he: { ask: 'איך היה המשלוח?', low: 'גרוע', high: 'מצוין' },
        ar: { ask: 'كيف كان التوصيل؟', low: 'سيئ', high: 'ممتاز' },
      },
    },
    {
      id: 'faces',
      kind: 'csat',
      display: 'faces',
      text: {
        en: {
          ask: 'How satisfied are you overall?',
          low: 'Very dissatisfied',
          high: 'Very satisfied',
        },
        de: {
          ask: 'Wie zufrieden sind Sie insgesamt?',
          low: 'Sehr unzufrieden',
          high: 'Sehr zufrieden',
        },
        he: { ask: 'עד כמה אתם מרוצים בסך הכול?', low: 'מאוד לא מרוצים', high: 'מרוצים מאוד' },
        ar: { ask: 'ما مدى رضاك بشكل عام؟', low: 'غير راضٍ إطلاقاً', high: 'راضٍ جداً' },
      },
    },
    {
      id: 'effort',
      kind: 'ces',
      text: {
        en: { ask: 'We made it easy to get help.', low: 'Disagree', high: 'Agree' },
        de: { ask: 'Es war leicht, Hilfe zu bekommen.', low: 'Stimme nicht zu', high: 'Stimme zu' },
        he: { ask: 'היה קל לקבל עזרה.', low: 'לא מסכימים', high: 'מסכימים' },
        ar: { ask: 'كان الحصول على المساعدة سهلاً.', low: 'لا أوافق', high: 'أوافق' },
      },
    },
    {
      id: 'value',
      kind: 'scale',
      min: 1,
      max: 10,
      text: {
        en: { ask: 'Is it worth the price?', low: 'Not worth it', high: 'Worth every cent' },
        de: { ask: 'Ist es den Preis wert?', low: 'Nein', high: 'Jeden Cent' },
        he: { ask: 'האם זה שווה את המחיר?', low: 'לא שווה', high: 'שווה כל שקל' },
        ar: { ask: 'هل يستحق السعر؟', low: 'لا يستحق', high: 'يستحق تماماً' },
      },
    },
    {
      id: 'solved',
      kind: 'yesno',
      text: {
        en: { ask: 'Did we solve your problem?' },
        de: { ask: 'Haben wir Ihr Problem gelöst?' },
        he: { ask: 'האם פתרנו את הבעיה?' },
        ar: { ask: 'هل حللنا مشكلتك؟' },
      },
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
        // One option is yet to be translated.
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
      // A name that the form has itself, too.
      id: 'dataset',
      kind: 'contact',
      text: {
        en: { ask: 'May we write to you about this?' },
        de: { ask: 'Dürfen wir Ihnen dazu schreiben?' },
        he: { ask: 'אפשר לכתוב לכם על כך?' },
        ar: { ask: 'هل يمكننا مراسلتك بهذا الشأن؟' },
      },
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

/** One line of a survey's look, as an SVG picture in a data: address. */
export const LOGO = `data:image/svg+xml;base64,${Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="132" height="36"><circle cx="18" cy="18" r="16" fill="#7a3ff2"/><text x="44" y="25" font-family="sans-serif" font-weight="700" font-size="22" fill="#222">Acme</text></svg>',
).toString('base64')}`
