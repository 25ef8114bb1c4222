import type en from '../en/overview.ts'
import type { Translation } from '../translation.ts'

export default {
  overview: {
    title: 'סקירה',
    needs: 'דורש טיפול',
    new: { one: 'פנייה חדשה', two: 'שתי פניות חדשות', other: '{{ n }} פניות חדשות' },
    overdue: {
      one: '{{ n }} באיחור',
      two: '{{ n }} באיחור',
      other: '{{ n }} באיחור',
    },
    unowned: {
      one: '{{ n }} ללא שיוך',
      two: '{{ n }} ללא שיוך',
      other: '{{ n }} ללא שיוך',
    },
    suspected: {
      one: 'תשובה אחת נראית אוטומטית',
      two: 'שתי תשובות נראות אוטומטיות',
      other: '{{ n }} תשובות נראות אוטומטיות',
    },
    nothing: 'אין שום דבר שדורש טיפול.',
    surveys: 'סקרים',
    quiet: 'אין תשובות ב־30 הימים האחרונים',
    steps: {
      title: 'צעדים ראשונים',
      hide: 'הסתרה',
      survey: 'פרסום סקר',
      answer: 'קבלת התשובה הראשונה',
      team: 'הזמנת הצוות',
      address: 'הגדרת כתובת https ב־PUBLIC_URL',
      done: 'בוצע',
      open: 'עדיין לא',
    },
    comments: 'התגובות האחרונות',
    sparkline: 'הציון השבועי ב־26 השבועות האחרונים',
    empty: 'עדיין לא פורסם סקר',
    emptyHelp: 'מפרסמים סקר ושולחים את הקישור. עם התשובות הראשונות יופיע כאן הציון.',
  },
} satisfies Translation<typeof en>
