import type en from '../en/firstVisit.ts'
import type { Translation } from '../translation.ts'

export default {
  first: {
    title: 'ברוכים הבאים. במה להתחיל?',
    survey: 'להתחיל סקר',
    surveyHelp: 'בוחרים שאלה מוכנה, נותנים לה שם ושולחים את הקישור.',
    import: 'ייבוא תשובות',
    importHelp: 'העלו את מה שיש כ־CSV, ‏Excel או JSON. לפני שמשהו נשמר תוצג תצוגה מקדימה.',
    importStart: 'בחירת קובץ',
    example: 'קודם להסתכל מסביב',
    exampleHelp: 'שמונה־עשר חודשים של תשובות מומצאות. כפתור אחד מסיר אותן.',
    exampleStart: 'לטעון נתונים לדוגמה',
    exampleLoading: 'התשובות בהכנה. זה לוקח כמה שניות …',
    exampleFailed: 'לא הצלחנו ליצור נתונים לדוגמה. שום דבר אחר לא השתנה; אפשר לנסות שוב.',
    viewer: 'אין עדיין סקרים. כשמנהל המערכת יתחיל סקר, הציון שלו יופיע כאן.',
  },
} satisfies Translation<typeof en>
