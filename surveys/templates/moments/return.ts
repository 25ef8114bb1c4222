import { moment } from './moment.ts'

/** After a returned order: effort. */
export const returned = moment('return', {
  group: 'purchase',
  metric: 'ces',
  name: {
    en: 'After a return',
    cs: 'Po vrácení zboží',
    sk: 'Po vrátení tovaru',
    pl: 'Po zwrocie',
    de: 'Nach einer Rücksendung',
    he: 'אחרי החזרה',
  },
  description: {
    en: 'Was it easy to return an order? Send it once the refund is on its way.',
    cs: 'Bylo snadné zboží vrátit? Pošlete, jakmile odejdou peníze zpět.',
    sk: 'Bolo jednoduché tovar vrátiť? Pošlite, len čo odídu peniaze späť.',
    pl: 'Czy zwrot był łatwy? Do wysłania po zleceniu zwrotu pieniędzy.',
    de: 'War die Rückgabe leicht? Zum Versand, sobald die Erstattung unterwegs ist.',
    he: 'האם היה קל להחזיר את ההזמנה? לשליחה אחרי ביצוע הזיכוי.',
  },
  ask: {
    en: '{company} made it easy for me to return my order.',
    cs: 'Společnost {company} mi vrácení zboží usnadnila.',
    sk: 'Spoločnosť {company} mi vrátenie tovaru uľahčila.',
    pl: 'Firma {company} ułatwiła mi zwrot zamówienia.',
    de: '{company} hat es mir leicht gemacht, meine Bestellung zurückzugeben.',
    he: 'היה לי קל להחזיר את ההזמנה ל־{company}.',
  },
})
