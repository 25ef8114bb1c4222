import { moment } from './moment.ts'

/** After a purchase: satisfaction. */
export const purchase = moment('purchase', {
  group: 'purchase',
  metric: 'csat',
  name: {
    en: 'After a purchase',
    cs: 'Po nákupu',
    sk: 'Po nákupe',
    pl: 'Po zakupie',
    de: 'Nach dem Einkauf',
    he: 'אחרי קנייה',
  },
  description: {
    en: 'Are they satisfied with how buying went? Send it right after checkout.',
    cs: 'Jsou spokojeni s průběhem nákupu? Pošlete hned po dokončení objednávky.',
    sk: 'Sú spokojní s priebehom nákupu? Pošlite hneď po dokončení objednávky.',
    pl: 'Czy są zadowoleni z przebiegu zakupów? Do wysłania zaraz po złożeniu zamówienia.',
    de: 'Sind sie mit dem Einkauf zufrieden? Zum Versand direkt nach der Bestellung.',
    he: 'האם הם מרוצים מתהליך הקנייה? לשליחה מיד אחרי ההזמנה.',
  },
  ask: {
    en: 'How satisfied are you with your purchase from {company}?',
    cs: 'Nakolik jste spokojeni s nákupem u společnosti {company}?',
    sk: 'Nakoľko ste spokojní s nákupom v spoločnosti {company}?',
    pl: 'Na ile są Państwo zadowoleni z zakupów w firmie {company}?',
    de: 'Wie zufrieden sind Sie mit Ihrem Einkauf bei {company}?',
    he: 'עד כמה אתם מרוצים מהקנייה ב־{company}?',
  },
})
