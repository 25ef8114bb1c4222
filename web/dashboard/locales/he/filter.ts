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
      all: 'הכול',
      custom: 'תאריכים משלי',
    },
    earlier: {
      previous: 'התקופה הקודמת',
      year: 'אותה תקופה לפני שנה',
      custom: 'תאריכים לבחירה',
      none: 'בלי השוואה',
    },
    by: 'לפי',
    bys: { day: 'יום', week: 'שבוע', month: 'חודש' },
    segment: 'קבוצה',
    everyone: 'כולם',
    band: 'תשובות',
    anyBand: 'הכול',
    showAll: 'להציג הכול',
    clear: 'לנקות את הסינון',
    counting: 'נספר',
    countings: { answers: 'כל תשובה', customers: 'האחרונה של כל לקוח' },
    addSegment: 'וגם…',
    enough: 'שלושה לכל היותר',
    conditions: 'מה נבחר',
    scored: 'עם ציון',
    score: 'ציון {{ score }}',
    emptyHelp: 'אפשר לבחור תקופה ארוכה יותר או לנקות את הסינון.',
    without: 'בלי {{ property }}',
  },
} satisfies Translation<typeof en>
