import { moment } from './moment.ts'

/** After an event: satisfaction. */
export const event = moment('event', {
  group: 'service',
  metric: 'csat',
  name: {
    en: 'After an event',
    cs: 'Po akci',
    sk: 'Po podujatí',
    pl: 'Po wydarzeniu',
    de: 'Nach einer Veranstaltung',
    he: 'אחרי אירוע',
  },
  description: {
    en: 'Were they satisfied with your event, course or webinar? Send it the same day.',
    cs: 'Byli spokojeni s akcí, kurzem nebo webinářem? Pošlete týž den.',
    sk: 'Boli spokojní s podujatím, kurzom alebo webinárom? Pošlite v ten istý deň.',
    pl: 'Czy są zadowoleni z wydarzenia, kursu lub webinaru? Do wysłania tego samego dnia.',
    de: 'Waren sie mit Veranstaltung, Kurs oder Webinar zufrieden? Zum Versand am selben Tag.',
    he: 'האם הם מרוצים מהאירוע, מהקורס או מהוובינר? לשליחה באותו יום.',
  },
  ask: {
    en: 'How satisfied were you with the event by {company}?',
    cs: 'Nakolik jste byli spokojeni s akcí společnosti {company}?',
    sk: 'Nakoľko ste boli spokojní s podujatím spoločnosti {company}?',
    pl: 'Na ile są Państwo zadowoleni z wydarzenia firmy {company}?',
    de: 'Wie zufrieden waren Sie mit der Veranstaltung von {company}?',
    he: 'עד כמה הייתם מרוצים מהאירוע של {company}?',
  },
})
