import type en from '../en/publishing.ts'
import type { Translation } from '../translation.ts'

export default {
  publishing: {
    refused: 'עוד אי אפשר לפרסם. מה שחסר כתוב לצד.',
    weight: 'העמוד שוקל {{ size }}',
    heavyLogo: 'הלוגו מכביד על העמוד, והוא לא ייפתח מיד. כדאי לבחור תמונה פשוטה יותר.',
    musts: 'לפני שאפשר לפרסם',
    shoulds: 'המלצות',
    ready: 'מוכן לפרסום.',
    differs: 'מה ישתנה ללקוחות',
    same: 'הלקוחות רואים בדיוק את זה.',
    first: 'אף לקוח עוד לא ראה אותו.',
    changes: 'לפרסם את השינויים',
    added: 'חדש',
    removed: 'הוסר',
    moved: 'ממקום {{ before }} למקום {{ after }}',
    test: 'לנסות',
    testHelp:
      'הכתובת הזאת מציגה את הסקר כפי שהוא כתוב כאן, גם אם לא פורסם. תשובות שניתנות שם לעולם לא נספרות.',
    testOpen: 'לפתוח את דף הניסיון',
    testErase: 'למחוק',
    copy: 'להעתיק את הסקר',
    copyName: '{{ name }} (העתק)',
    copied: '"{{ name }}" הוא טיוטה בפני עצמה.',
    back: 'חזרה למה שפורסם',
    backDone: 'הוא שוב כפי שפורסם.',
    failed: 'זה לא הצליח. בדקו את החיבור ונסו שוב.',
    seconds: {
      one: 'כשנייה אחת לענות',
      two: 'כשתי שניות לענות',
      other: 'כ-{{ n }} שניות לענות',
    },
    testErased: {
      one: 'תשובת ניסיון אחת נמחקה.',
      two: 'שתי תשובות ניסיון נמחקו.',
      other: '{{ n }} תשובות ניסיון נמחקו.',
    },
    testGiven: {
      one: 'תשובת ניסיון אחת עד כה',
      two: 'שתי תשובות ניסיון עד כה',
      other: '{{ n }} תשובות ניסיון עד כה',
    },
    advice: {
      'no-score': 'אין ציון. הוסיפו שאלה שיש לה ציון.',
      'no-reason-asked': 'לקוחות לא מרוצים לא נשאלים למה. שאלה פתוחה תגלה מה לתקן.',
      'long-text': 'ארוך לטלפון: {{ length }} תווים, {{ most }} נכנסים היטב.',
      'long-survey': 'זה לוקח כ-{{ seconds }} שניות; מעל {{ most }} רבים מוותרים.',
      'faint-colour': 'קשה לקרוא את הצבע. הקרוב שעובר הוא {{ nearest }}.',
      'links-for-everyone': 'הקישורים מוצעים לכולם, לא רק למרוצים.',
      'impossible-condition': 'התנאי שלה לא יכול להתקיים.',
      'score-for-everyone': 'הציון הראשון נשאל את כולם, ולכן לא יכול להיות לו תנאי.',
      unreachable: 'איש לא מגיע לכאן: השאלה שבה היא תלויה אף פעם לא נשאלת.',
      'missing-address': 'לקישור עוד אין כתובת.',
      'unfinished-address': 'הכתובת של קישור עוד לא גמורה.',
    },
    versions: {
      title: 'גרסאות',
      nth: 'גרסה {{ version }}',
      begin: 'הראשונה.',
    },
  },
} satisfies Translation<typeof en>
