import { moment } from './moment.ts'

/** After a visit in person: satisfaction. */
export const visit = moment('visit', {
  group: 'service',
  metric: 'csat',
  name: {
    en: 'After a visit',
    cs: 'Po návštěvě',
    sk: 'Po návšteve',
    pl: 'Po wizycie',
    de: 'Nach dem Besuch',
    he: 'אחרי ביקור',
  },
  description: {
    en: 'Are they satisfied with their visit to your shop, branch or practice?',
    cs: 'Jsou spokojeni s návštěvou prodejny, pobočky nebo ordinace?',
    sk: 'Sú spokojní s návštevou predajne, pobočky alebo ambulancie?',
    pl: 'Czy są zadowoleni z wizyty w sklepie, oddziale lub gabinecie?',
    de: 'Sind sie mit dem Besuch im Geschäft, in der Filiale oder Praxis zufrieden?',
    he: 'האם הם מרוצים מהביקור בחנות, בסניף או במרפאה?',
  },
  ask: {
    en: 'How satisfied are you with your visit to {company}?',
    cs: 'Nakolik jste spokojeni s návštěvou u společnosti {company}?',
    sk: 'Nakoľko ste spokojní s návštevou v spoločnosti {company}?',
    pl: 'Na ile są Państwo zadowoleni z wizyty w firmie {company}?',
    de: 'Wie zufrieden sind Sie mit Ihrem Besuch bei {company}?',
    he: 'עד כמה אתם מרוצים מהביקור שלכם ב־{company}?',
  },
})
