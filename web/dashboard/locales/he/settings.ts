import type en from '../en/settings.ts'
import type { Translation } from '../translation.ts'

export default {
  settings: {
    tabs: { workspace: 'סביבת העבודה', people: 'אנשים', imports: 'ייבוא', auditLog: 'יומן ביקורת' },
    name: 'חברה',
    needName: 'צריך שם, עד 100 תווים.',
    zone: 'אזור זמן',
    common: 'הנפוצים',
    zoneHelp: 'הימים מתחילים ומסתיימים לפי השעון הזה. השעה שם עכשיו: {{ now }}.',
    needZone: 'אזור הזמן הזה לא מוכר כאן. יש לבחור אחר.',
    recount:
      'כל הימים ייספרו מחדש; זה עשוי לקחת זמן מה, ותשובות חדשות ימתינו בינתיים. סימונים ותקופות בסיס ישמרו על הימים שלהם.',
    counting: 'כל הימים נספרים מחדש …',
    save: 'שמירה',
    saved: 'נשמר',
    failed: 'לא הצלחנו לשמור. כל הציונים שלמים; כדאי לבדוק שוב עוד רגע ולנסות שוב.',
    nameHelp: 'הלקוחות רואים אותו בשאלה: ”האם תמליצו על Acme?“',
  },
} satisfies Translation<typeof en>
