import type en from '../en/shell.ts'
import type { Translation } from '../translation.ts'

export default {
  nav: {
    label: 'תפריט ראשי',
    overview: 'סקירה',
    surveys: 'סקרים',
    allSurveys: 'כל הסקרים ({{ n }})',
    followUps: 'לטיפול',
    open: { one: 'פנייה פתוחה אחת', two: 'שתי פניות פתוחות', other: '{{ n }} פניות פתוחות' },
    account: 'החשבון והתצוגה',
    survey: 'סקר',
    trends: 'מגמות',
    results: 'תוצאות',
    responses: 'תשובות',
    share: 'שיתוף',
    properties: 'מאפיינים',
    edit: 'עריכה',
    settings: 'הגדרות',
    ownAccount: 'החשבון שלי',
  },
  account: {
    language: 'שפה',
    theme: 'ערכת צבעים',
    themes: { system: 'לפי המערכת', light: 'בהיר', dark: 'כהה' },
    signOut: 'יציאה',
    roles: { viewer: 'צפייה בלבד', lead: 'טיפול בפניות', admin: 'ניהול' },
    signIn: 'כניסה',
  },
  example: {
    strip: 'אלה נתונים לדוגמה.',
    sure: 'למחוק את כל נתוני הדוגמה, כולל ההערות? אי אפשר לבטל פעולה זו.',
    removeAll: 'מחיקת הכול',
    keep: 'השארה',
    remove: 'מחיקת נתוני הדוגמה',
    removing: 'מתבצעת מחיקה …',
    failed: 'לא ניתן היה למחוק את נתוני הדוגמה. דבר לא השתנה. נסו שוב.',
  },
} satisfies Translation<typeof en>
