import type en from '../en/alerts.ts'
import type { Translation } from '../translation.ts'

export default {
  alerts: {
    title: 'מה השתנה',
    none: 'בזמן האחרון שום דבר שהמקרה לא מסביר.',
    up: 'הציון עלה בכ־{{ by }}, יותר ממה שהמקרה מסביר',
    down: 'הציון ירד בכ־{{ by }}, יותר ממה שהמקרה מסביר',
    since:
      'מהשבוע שמתחיל ב־{{ day }}: מ־\u2066{{ before }}\u2069 ל־\u2066{{ after }}\u2069, {{ answers }}',
    until: '{{ answers }} עד {{ day }}',
    sinceOneOf:
      'מאחד השבועות שבין {{ from }} ל־{{ to }}: מ־\u2066{{ before }}\u2069 לכ־\u2066{{ after }}\u2069, {{ answers }}',
    share: '{{ share }} לא מרוצים; הגבול הוא {{ over }}',
    shareFacts: '{{ days }}, {{ answers }}; ברמת ביטחון של 95% לפחות {{ low }}',
    silence: {
      one: 'יום אחד בלי תשובות',
      two: 'יומיים בלי תשובות',
      other: '{{ n }} ימים בלי תשובות',
    },
    from: 'החל ב־{{ day }}',
    usually: '{{ from }}; בשבוע רגיל: {{ answers }}',
    show: 'לראות את השבועות האלה',
    acknowledge: 'לשים בצד',
    toasts: {
      acknowledged: 'הושם בצד, לכולם',
      restored: 'חזר לרשימה',
      failed: 'לא נשמר. בדקו את החיבור ונסו שוב.',
    },
    pictures: {
      shift: 'הציון השבועי; בקו מקווקו הרמה לפני ומאז',
      share: 'שיעור הלא מרוצים, שבעה ימים בכל עמודה; בקו מקווקו הגבול',
      silence: 'תשובות, שבעה ימים בכל עמודה',
    },
  },
} satisfies Translation<typeof en>
