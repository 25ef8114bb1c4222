import type en from '../en/overview.ts'
import type { Translation } from '../translation.ts'

export default {
  overview: {
    title: 'סקירה',
    needs: 'מי מחכה לכם',
    new: { one: 'פנייה חדשה', two: 'שתי פניות חדשות', other: '{{ n }} פניות חדשות' },
    overdue: { one: 'פנייה באיחור', two: 'שתי פניות באיחור', other: '{{ n }} פניות באיחור' },
    unowned: {
      one: 'פנייה בלי אחראי',
      two: 'שתי פניות בלי אחראי',
      other: '{{ n }} פניות בלי אחראי',
    },
    nothing: 'כל מי שהתאכזב כבר קיבל תשובה.',
    surveys: 'סקרים',
    days: '30 הימים האחרונים',
    quiet: 'אין תשובות ב־30 הימים האחרונים',
    sparkline: 'הציון השבועי ב־26 השבועות האחרונים',
    empty: 'עדיין לא פורסם סקר',
    emptyHelp: 'מפרסמים סקר ושולחים את הקישור. עם התשובות הראשונות יופיע כאן הציון.',
  },
} satisfies Translation<typeof en>
