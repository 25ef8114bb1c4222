import type en from '../en/audit.ts'
import type { Translation } from '../translation.ts'

export default {
  audit: {
    help: 'כניסות, ייצואים, צפייה בשמות ושינויי הגדרות. אי אפשר לשנות או למחוק רשומות.',
    action: 'פעולה',
    allActions: 'כל הפעולות',
    clear: 'ניקוי הסינון',
    onlyActor: 'הצגת הרשומות של אדם זה בלבד',
    empty: 'אין רשומות',
    emptyHelp: 'אין רשומות שמתאימות לסינון הזה.',
    actors: {
      person: 'משתמש מחובר',
      key: 'מפתח API',
      command: 'פקודה בשרת',
      unknown: 'לא מחובר',
    },
    actions: {
      session: {
        started: 'כניסה',
        refused: 'כניסה שנדחתה',
        ended: 'יציאה',
      },
      names: {
        viewed: 'צפייה בשמות לקוחות',
      },
      export: {
        downloaded: 'הורדת ייצוא',
      },
      workspace: {
        changed: 'שינוי הגדרות',
      },
      signing_key: {
        viewed: 'צפייה במפתח לחתימת קישורים',
      },
      audit_log: {
        downloaded: 'הורדת יומן הביקורת',
      },
    },
  },
} satisfies Translation<typeof en>
