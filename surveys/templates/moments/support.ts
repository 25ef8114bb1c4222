import { moment } from './moment.ts'

/** After a resolved request: satisfaction. */
export const support = moment('support', {
  group: 'service',
  metric: 'csat',
  name: {
    en: 'After support',
    cs: 'Po kontaktu s podporou',
    sk: 'Po kontakte s podporou',
    pl: 'Po kontakcie z obsługą',
    de: 'Nach dem Support',
    he: 'אחרי פנייה לתמיכה',
  },
  description: {
    en: 'Are they satisfied with the help they got? Send it once a request is resolved.',
    cs: 'Jsou spokojeni s pomocí, kterou dostali? Pošlete po vyřešení požadavku.',
    sk: 'Sú spokojní s pomocou, ktorú dostali? Pošlite po vyriešení požiadavky.',
    pl: 'Czy są zadowoleni z otrzymanej pomocy? Do wysłania po rozwiązaniu sprawy.',
    de: 'Sind sie mit der Hilfe zufrieden? Zum Versand, sobald eine Anfrage gelöst ist.',
    he: 'האם הם מרוצים מהעזרה שקיבלו? לשליחה אחרי סגירת הפנייה.',
  },
  ask: {
    en: 'How satisfied are you with the support you received from {company}?',
    cs: 'Nakolik jste spokojeni s podporou, kterou vám společnost {company} poskytla?',
    sk: 'Nakoľko ste spokojní s podporou, ktorú vám spoločnosť {company} poskytla?',
    pl: 'Na ile są Państwo zadowoleni z pomocy udzielonej przez firmę {company}?',
    de: 'Wie zufrieden sind Sie mit der Hilfe, die Sie von {company} bekommen haben?',
    he: 'עד כמה אתם מרוצים מהתמיכה שקיבלתם מ־{company}?',
  },
})
