import type en from '../en/ownAccount.ts'
import type { Translation } from '../translation.ts'

export default {
  ownAccount: {
    title: 'החשבון שלי',
    nameTitle: 'שם',
    name: 'השם שלכם',
    nameHelp: 'הצוות רואה אותו בפניות וביומן הביקורת.',
    needName: 'הזינו שם.',
    saved: 'נשמר',
    saveName: 'שמירת השם',
    passwordTitle: 'סיסמה',
    current: 'הסיסמה הנוכחית',
    new: 'סיסמה חדשה',
    newHelp: 'לפחות 10 תווים. עם השינוי תנותקו מכל מקום אחר.',
    short: 'קצרה מדי: צריך לפחות 10 תווים.',
    weak: 'קל מדי לנחש את הסיסמה הזאת. אל תשתמשו בסיסמה נפוצה, בשם שלכם, בדוא״ל או בשם החברה.',
    wrongPassword: 'זאת לא הסיסמה הנוכחית שלכם.',
    often: 'יותר מדי ניסיונות. המתינו רבע שעה ונסו שוב.',
    passwordSaved: 'הסיסמה שונתה. נותקתם מכל מקום אחר.',
    savePassword: 'שינוי סיסמה',
    sessions: 'התחברויות',
    sessionsHelp: 'הדפדפנים שבהם אתם מחוברים.',
    here: 'הדפדפן הזה',
    used: 'שימוש אחרון: {{ when }}',
    browserOn: '{{ browser }}, {{ system }}',
    unknown: 'דפדפן לא מוכר',
    end: 'ניתוק',
    endOthers: 'ניתוק מכל מקום אחר',
    ended: 'נותק',
  },
} satisfies Translation<typeof en>
