import type en from '../en/settings.ts'
import type { Translation } from '../translation.ts'

export default {
  settings: {
    tabs: {
      workspace: 'סביבת העבודה',
      people: 'אנשים',
      apiKeys: 'מפתחות API',
      imports: 'ייבוא',
      auditLog: 'יומן ביקורת',
    },
    name: 'חברה',
    needName: 'צריך שם, עד 100 תווים.',
    zone: 'אזור זמן',
    common: 'נפוצים',
    zoneHelp: 'ימים מתחילים ומסתיימים לפי אזור הזמן הזה. השעה שם עכשיו {{ now }}.',
    needZone: 'אזור זמן לא מוכר. בחרו אחר.',
    recount:
      'כל הימים נספרים מחדש. תשובות חדשות ממתינות בינתיים. אירועים וערכי בסיס שומרים על התאריכים שלהם.',
    counting: 'כל הימים נספרים מחדש …',
    save: 'שמירה',
    saved: 'נשמר',
    failed: 'לא נשמר. דבר לא השתנה. נסו שוב.',
    nameHelp: 'הלקוחות רואים אותו בשאלה: ”האם תמליצו על Acme?“',
  },
} satisfies Translation<typeof en>
