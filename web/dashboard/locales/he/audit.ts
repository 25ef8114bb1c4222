import type en from '../en/audit.ts'
import type { Translation } from '../translation.ts'

export default {
  audit: {
    help: 'כניסות, ייצואים, צפייה בשמות ושינויים במשתמשים ובהגדרות. אי אפשר לשנות או למחוק רשומות.',
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
        revoked: 'סיום התחברויות',
      },
      person: {
        invited: 'הזמנת משתמש',
        invitation_withdrawn: 'ביטול הזמנה',
        joined: 'הצטרפות בהזמנה',
        added: 'הוספת משתמש',
        role_changed: 'שינוי תפקיד',
        deactivated: 'השבתת משתמש',
        reactivated: 'הפעלה מחדש של משתמש',
        reset_link_created: 'יצירת קישור לאיפוס סיסמה',
        password_reset: 'איפוס סיסמה',
        password_changed: 'שינוי הסיסמה האישית',
        two_factor_enabled: 'הפעלת אימות דו־שלבי',
        two_factor_disabled: 'כיבוי אימות דו־שלבי',
        recovery_codes_created: 'יצירת קודי שחזור',
        recovery_code_used: 'שימוש בקוד שחזור',
      },
      secrets: {
        rotated: 'מפתח חדש לנתונים הסודיים',
      },
      key: {
        created: 'יצירת מפתח API',
        revoked: 'ביטול מפתח API',
      },
      names: {
        viewed: 'צפייה בשמות לקוחות',
      },
      export: {
        downloaded: 'הורדת ייצוא',
      },
      import: {
        finished: 'ייבוא קובץ',
        undone: 'ביטול ייבוא',
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
