import { moment } from './moment.ts'

/** About the product: recommendation. */
export const product = moment('product', {
  group: 'product',
  metric: 'nps',
  name: { en: 'Product', cs: 'Produkt', sk: 'Produkt', pl: 'Produkt', de: 'Produkt', he: 'מוצר' },
  description: {
    en: 'Would they recommend your product? Ask people who use it, once a quarter.',
    cs: 'Doporučili by váš produkt? Ptejte se uživatelů jednou za čtvrtletí.',
    sk: 'Odporučili by váš produkt? Pýtajte sa používateľov raz za štvrťrok.',
    pl: 'Czy poleciliby Państwa produkt? Pytanie do użytkowników raz na kwartał.',
    de: 'Würden sie Ihr Produkt weiterempfehlen? Zum Versand einmal im Quartal.',
    he: 'האם ימליצו על המוצר שלכם? לשליחה למשתמשים פעם ברבעון.',
  },
  ask: {
    en: 'How likely are you to recommend the product from {company} to a friend or colleague?',
    cs: 'Jak pravděpodobné je, že produkt společnosti {company} doporučíte přátelům nebo kolegům?',
    sk: 'Aké pravdepodobné je, že produkt spoločnosti {company} odporučíte priateľom alebo kolegom?',
    pl: 'Jak prawdopodobne jest, że polecą Państwo produkt firmy {company} znajomym lub współpracownikom?',
    de: 'Wie wahrscheinlich ist es, dass Sie das Produkt von {company} im Freundes- oder Kollegenkreis weiterempfehlen?',
    he: 'מה הסיכוי שתמליצו על המוצר של {company} לחברים או לעמיתים?',
  },
})
