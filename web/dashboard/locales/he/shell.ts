import type en from '../en/shell.ts'
import type { Translation } from '../translation.ts'

export default {
  nav: {
    label: 'תפריט ראשי',
    overview: 'סקירה',
    surveys: 'סקרים',
    followUps: 'לטיפול',
    open: { one: 'פנייה פתוחה אחת', two: 'שתי פניות פתוחות', other: '{{ n }} פניות פתוחות' },
    account: 'החשבון והתצוגה',
    survey: 'סקר',
    trends: 'מגמות',
    responses: 'תשובות',
    share: 'שיתוף',
    properties: 'מאפיינים',
    edit: 'עריכה',
    settings: 'הגדרות',
    ownAccount: 'החשבון שלי',
  },
  account: {
    language: 'שפה',
    theme: 'בהיר או כהה',
    themes: { system: 'כמו במערכת', light: 'בהיר', dark: 'כהה' },
    signOut: 'יציאה',
    roles: { viewer: 'צפייה בלבד', lead: 'טיפול בפניות', admin: 'ניהול' },
    signIn: 'כניסה',
  },
  example: {
    strip: 'אלה נתונים לדוגמה.',
    sure: 'להסיר את כל נתוני הדוגמה, כולל ההערות? אי אפשר לשחזר אותם.',
    removeAll: 'להסיר הכול',
    keep: 'להשאיר',
    remove: 'להסיר אותם',
    removing: 'בהסרה …',
    failed: 'לא הצלחנו להסיר את נתוני הדוגמה. כולם עדיין כאן; אפשר לנסות שוב בעוד רגע.',
  },
} satisfies Translation<typeof en>
