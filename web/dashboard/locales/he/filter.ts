import type en from '../en/filter.ts'
import type { Translation } from '../translation.ts'

export default {
  filter: {
    label: 'סינון',
    past: '{{ ask }} (כבר לא נשאלת)',
    range: 'תקופה',
    ranges: {
      '30d': '30 הימים האחרונים',
      '90d': '90 הימים האחרונים',
      '365d': '12 החודשים האחרונים',
      all: 'כל הזמן',
      custom: 'מותאם אישית',
    },
    earlier: {
      previous: 'התקופה הקודמת',
      year: 'אותה תקופה אשתקד',
      custom: 'מותאם אישית',
      none: 'ללא השוואה',
    },
    by: 'לפי',
    bys: { day: 'יום', week: 'שבוע', month: 'חודש' },
    segment: 'קבוצה',
    everyone: 'כולם',
    band: 'תשובות',
    anyBand: 'הכול',
    showAll: 'הצגת הכול',
    clear: 'ניקוי המסננים',
    counting: 'ספירה',
    countings: { answers: 'כל התשובות', customers: 'האחרונה של כל לקוח' },
    addSegment: 'הוספת מסנן',
    enough: 'עד 3',
    conditions: 'מסננים פעילים',
    scored: 'עם ציון',
    score: 'ציון {{ score }}',
    emptyHelp: 'אפשר לבחור תקופה ארוכה יותר או לנקות את המסננים.',
    without: 'בלי {{ property }}',
  },
} satisfies Translation<typeof en>
