import type en from '../en/views.ts'
import type { Translation } from '../translation.ts'

export default {
  views: {
    label: 'תצוגות שמורות',
    save: 'שמירת תצוגה',
    saveTitle: 'שמירת התצוגה הזו',
    name: 'שם',
    nameHelp: 'לדוגמה ”תלונות VIP“',
    share: 'שיתוף עם כולם',
    shareHelp:
      'כל מי שרואה את הדף יכול לפתוח אותה; לשנות אותה אפשר רק מהחשבון שלך או מחשבון של מנהל.',
    menu: 'פעולות עבור ”{{ name }}“',
    rename: 'שינוי שם',
    renameTitle: 'שינוי שם התצוגה',
    update: 'שמירת המסננים הנוכחיים',
    unshare: 'רק בשבילי',
    makeShared: 'שיתוף עם כולם',
    remove: 'מחיקה',
    removed: 'התצוגה ”{{ name }}“ נמחקה',
    saved: 'התצוגה נשמרה',
    failed: 'לא נשמר. כדאי לנסות שוב.',
    by: 'שותף על ידי {{ name }}',
    submit: 'שמירה',
  },
} satisfies Translation<typeof en>
