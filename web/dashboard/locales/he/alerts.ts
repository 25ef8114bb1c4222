import type en from '../en/alerts.ts'
import type { Translation } from '../translation.ts'

export default {
  alerts: {
    title: 'מה השתנה',
    none: 'לא היו שינויים ברורים לאחרונה.',
    up: 'הציון עלה בערך ב־{{ by }} · שינוי ברור',
    down: 'הציון ירד בערך ב־{{ by }} · שינוי ברור',
    upAtMost: 'הציון עלה לכל היותר ב־{{ by }} · שינוי ברור',
    downAtMost: 'הציון ירד לכל היותר ב־{{ by }} · שינוי ברור',
    since: 'מהשבוע שמתחיל ב־{{ day }}: מ־⁦{{ before }}⁩ ל־⁦{{ after }}⁩, {{ answers }}',
    until: '{{ answers }} עד {{ day }}',
    sinceOneOf:
      'מאחד השבועות שבין {{ from }} ל־{{ to }}: מ־⁦{{ before }}⁩ לכ־⁦{{ after }}⁩, {{ answers }}',
    share: '{{ share }} לא מרוצים · הסף {{ over }}',
    shareFacts: '{{ days }}, {{ answers }}; ברמת ביטחון של 95% לפחות {{ low }}',
    silence: {
      one: 'יום אחד בלי תשובות',
      two: 'יומיים בלי תשובות',
      other: '{{ n }} ימים בלי תשובות',
    },
    from: 'החל ב־{{ day }}',
    usually: '{{ from }}; בשבוע רגיל: {{ answers }}',
    show: 'לראות את השבועות האלה',
    acknowledge: 'אישור',
    toasts: {
      acknowledged: 'אושר עבור כולם',
      restored: 'שוחזר',
      failed: 'לא נשמר. בדקו את החיבור ונסו שוב.',
    },
    pictures: {
      shift: 'ציון שבועי; קו מקווקו: הרמה לפני ואחרי',
      share: 'שיעור הלא מרוצים, שבעה ימים לעמודה; קו מקווקו: הסף',
      silence: 'תשובות, שבעה ימים לעמודה',
    },
  },
} satisfies Translation<typeof en>
