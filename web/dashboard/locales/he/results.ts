import type en from '../en/results.ts'
import type { Translation } from '../translation.ts'

export default {
  results: {
    answered: 'ענו {{ n }} מתוך {{ all }}',
    several: 'אפשר לבחור כמה; השיעורים מתוך מי שענו',
    condition: 'נשאלת אחרי ”{{ ask }}“: {{ answers }}',
    notAsked: 'כבר לא נשאלת',
    notOffered: 'כבר לא מוצעת',
    share: 'שיעור',
    effect: '{{ metric }}: מי שבחרו בה לעומת האחרים',
    overTime: 'לאורך זמן',
    shareOverTime: '{{ option }}: השיעור לאורך זמן',
    mean: 'ממוצע בסולם מ־{{ min }} עד {{ max }}',
    upper: '{{ metric }}: מי שענו {{ upper }} לעומת מי שענו {{ lower }}: {{ verdict }}',
    searchComments: 'חיפוש בתגובות האלה',
    split: 'פיצול לפי',
    noSplit: 'ללא פיצול',
    groups: '{{ ask }}: שיעורים לפי {{ property }}',
  },
} satisfies Translation<typeof en>
