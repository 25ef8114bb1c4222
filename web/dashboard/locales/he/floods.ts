import type en from '../en/floods.ts'
import type { Translation } from '../translation.ts'

export default {
  floods: {
    label: 'תשובות שנראות אוטומטיות',
    notice: {
      one: 'תשובה אחת {{ when }} נראית אוטומטית',
      two: 'שתי תשובות {{ when }} נראות אוטומטיות',
      other: '{{ n }} תשובות {{ when }} נראות אוטומטיות',
    },
    at: 'בשעה {{ from }}',
    atOn: 'ב־{{ day }} בשעה {{ from }}',
    between: 'בין {{ from }} ל־{{ to }}',
    betweenOn: 'ב־{{ day }} בין {{ from }} ל־{{ to }}',
    more: { one: 'ועוד אחת', two: 'ועוד שתיים', other: 'ועוד {{ n }}' },
    review: 'לעבור עליהן',
    count: 'לספור את כולן',
    exclude: 'להשאיר בצד',
    progress: '{{ done }} מתוך {{ of }} …',
    counted: {
      one: 'תשובה אחת נספרת עכשיו',
      two: 'שתי תשובות נספרות עכשיו',
      other: '{{ n }} תשובות נספרות עכשיו',
    },
    excluded: {
      one: 'תשובה אחת נשארת בצד',
      two: 'שתי תשובות נשארות בצד',
      other: '{{ n }} תשובות נשארות בצד',
    },
    already: 'מישהו אחר כבר החליט על התשובות האלה.',
    notLoaded: 'לא הצלחנו לבדוק אם יש תשובות שנראות אוטומטיות.',
    chip: 'נראות אוטומטיות, {{ when }}',
    reviewed: 'כבר הוחלט על כל התשובות האלה',
    reviewedHelp: 'תשובות שנכללו נמצאות תחת נספרות, והאחרות תחת מוחרגות.',
  },
} satisfies Translation<typeof en>
