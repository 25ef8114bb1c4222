import type en from '../en/entrance.ts'
import type { Translation } from '../translation.ts'

export default {
  signIn: {
    title: 'כניסה',
    nobody: 'לאיש אין כאן עדיין חשבון. הכתובת ליצירת החשבון הראשון הודפסה במקום שבו הופעל Ohlas.',
    email: 'דוא״ל',
    password: 'סיסמה',
    wrong: 'הדוא״ל והסיסמה לא מתאימים. כדאי לבדוק את שניהם ולנסות שוב.',
    often: 'היו יותר מדי ניסיונות. יש לחכות רבע שעה ולנסות שוב.',
    failed: 'הכניסה לא הצליחה. כדאי לבדוק את החיבור ולנסות שוב.',
    otherAddress:
      'השרת מוגדר בכתובת \u2066{{ address }}\u2069 (PUBLIC_URL), אבל הוא נפתח בכתובת \u2066{{ opened }}\u2069.',
    unknownAddress:
      'השרת אינו מכיר את הכתובת \u2066{{ opened }}\u2069. יש להגדיר אותה בשרת כ־PUBLIC_URL.',
  },
  setup: {
    title: 'הקמת Ohlas',
    lead: 'כאן נוצר חשבון הניהול הראשון. זה לוקח דקה וקורה פעם אחת.',
    company: 'שם החברה',
    name: 'השם שלך',
    email: 'הדוא״ל שלך',
    password: 'סיסמה',
    passwordHelp: 'לפחות 10 תווים.',
    passwordShort: 'עדיין קצרה מדי: צריך לפחות 10 תווים.',
    missing: 'יש למלא את השדה הזה.',
    notEmail: 'זאת לא כתובת דוא״ל. כתובת נראית למשל כך: eva@example.com',
    tooLong: 'זה ארוך מדי.',
    submit: 'מתחילים',
    used: 'Ohlas כבר הוגדר. יש להיכנס עם החשבון הקיים.',
    wrong:
      'הכתובת הזאת לא פותחת את ההגדרה: היא חלקית, או מהפעלה קודמת. יש לפתוח את הכתובת ש־Ohlas הציג בהפעלה האחרונה.',
    failed: 'לא הצלחנו לשמור. מה שנכתב עדיין כאן; אפשר לנסות שוב.',
  },
} satisfies Translation<typeof en>
