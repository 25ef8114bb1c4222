import type en from '../en/surveys.ts'
import type { Translation } from '../translation.ts'

export default {
  surveys: {
    title: 'סקרים',
    new: 'סקר חדש',
    publish: 'פרסום',
    resume: 'להמשיך',
    pause: 'השהיה',
    copy: 'העתקת הקישור',
    import: 'ייבוא תשובות',
    open: 'פתיחת העמוד',
    last: 'האחרונה {{ when }}',
    published: '”{{ name }}“ פעיל.',
    paused: '”{{ name }}“ מושהה. הקישור מציג עכשיו שהסקר סגור.',
    failed: 'לא הצלחנו לשנות את ”{{ name }}“. כדאי לנסות שוב.',
    empty: 'אין עדיין סקרים',
    emptyHelp: 'סקר הוא שאלה אחת שהלקוחות עונים עליה בעשר שניות.',
    noAddressHelp:
      'קישורים לסקרים נבנים מ־PUBLIC_URL. יש להגדיר אותו בשרת, למשל ⁦https://ask.example.com⁩, ולהפעיל את השרת מחדש.',
    noAddress: 'לשרת אין כתובת ציבורית',
  },
  newSurvey: {
    title: 'סקר חדש',
    template: 'מה תרצו לדעת?',
    name: 'שם',
    nameHelp: 'בשביל הצוות. הלקוחות לא רואים אותו.',
    languages: 'שפות',
    languagesHelp: 'כל לקוח רואה את השפה שלו; הראשונה היא לכל השאר.',
    submit: 'יצירת סקר',
    needName: 'צריך שם, כדי שהצוות ימצא אותו.',
    needLanguage: 'יש לבחור לפחות שפה אחת.',
    failed: 'לא הצלחנו ליצור את הסקר. מה שבחרת נשאר כאן; כדאי לנסות שוב.',
    link: 'קישור ללקוחות',
    toShare: 'עוד דרכים לשתף',
  },
} satisfies Translation<typeof en>
