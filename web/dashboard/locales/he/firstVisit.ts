import type en from '../en/firstVisit.ts'
import type { Translation } from '../translation.ts'

export default {
  first: {
    title: 'ברוכים הבאים. מאיפה להתחיל?',
    survey: 'יצירת סקר',
    surveyHelp: 'בחרו תבנית, תנו לה שם ושתפו את הקישור.',
    import: 'ייבוא תשובות',
    importHelp: 'העלו את מה שיש כ־CSV, ‏Excel או JSON. לפני שמשהו נשמר תוצג תצוגה מקדימה.',
    importStart: 'בחירת קובץ',
    example: 'להתנסות עם נתוני דוגמה',
    exampleHelp: 'שמונה-עשר חודשים של תשובות מומצאות, שנמחקות בלחיצה אחת.',
    exampleStart: 'לטעון נתונים לדוגמה',
    exampleLoading: 'התשובות בהכנה. זה לוקח כמה שניות …',
    exampleFailed: 'נתוני הדוגמה לא נטענו. דבר לא השתנה. נסו שוב.',
    viewer: 'אין עדיין סקרים. כשמנהל המערכת יתחיל סקר, הציון שלו יופיע כאן.',
  },
} satisfies Translation<typeof en>
