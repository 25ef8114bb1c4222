import { moment } from './moment.ts'

/** After a delivery: satisfaction. */
export const delivery = moment('delivery', {
  group: 'purchase',
  metric: 'csat',
  name: {
    en: 'After a delivery',
    cs: 'Po doručení',
    sk: 'Po doručení',
    pl: 'Po dostawie',
    de: 'Nach der Lieferung',
    he: 'אחרי משלוח',
  },
  description: {
    en: 'Did the order arrive as they expected? Send it the day after delivery.',
    cs: 'Dorazila objednávka podle očekávání? Pošlete den po doručení.',
    sk: 'Dorazila objednávka podľa očakávaní? Pošlite deň po doručení.',
    pl: 'Czy zamówienie dotarło zgodnie z oczekiwaniami? Do wysłania dzień po dostawie.',
    de: 'Kam die Bestellung wie erwartet an? Zum Versand am Tag nach der Lieferung.',
    he: 'האם ההזמנה הגיעה כמצופה? לשליחה יום אחרי המשלוח.',
  },
  ask: {
    en: 'How satisfied are you with the delivery of your order from {company}?',
    cs: 'Nakolik jste spokojeni s doručením objednávky od společnosti {company}?',
    sk: 'Nakoľko ste spokojní s doručením objednávky od spoločnosti {company}?',
    pl: 'Na ile są Państwo zadowoleni z dostawy zamówienia od firmy {company}?',
    de: 'Wie zufrieden sind Sie mit der Lieferung Ihrer Bestellung von {company}?',
    he: 'עד כמה אתם מרוצים ממשלוח ההזמנה שלכם מ־{company}?',
  },
})
