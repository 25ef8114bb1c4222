import type { Question } from '../../definition.ts'
import { moment } from './moment.ts'

const reason: Question = {
  id: 'reason',
  kind: 'choice',
  options: ['price', 'missing', 'unused', 'service', 'alternative'],
  other: true,
  text: {
    en: {
      ask: 'What was the main reason?',
      options: {
        price: 'Price',
        missing: 'Something was missing',
        unused: 'I no longer need it',
        service: 'Service',
        alternative: 'I found something else',
      },
    },
    cs: {
      ask: 'Co bylo hlavním důvodem?',
      options: {
        price: 'Cena',
        missing: 'Něco mi chybělo',
        unused: 'Už to nepotřebuji',
        service: 'Služby zákazníkům',
        alternative: 'Jiné řešení',
      },
    },
    sk: {
      ask: 'Čo bolo hlavným dôvodom?',
      options: {
        price: 'Cena',
        missing: 'Niečo mi chýbalo',
        unused: 'Už to nepotrebujem',
        service: 'Služby zákazníkom',
        alternative: 'Iné riešenie',
      },
    },
    pl: {
      ask: 'Co było głównym powodem?',
      options: {
        price: 'Cena',
        missing: 'Czegoś zabrakło',
        unused: 'Już tego nie potrzebuję',
        service: 'Obsługa',
        alternative: 'Inne rozwiązanie',
      },
    },
    de: {
      ask: 'Was war der Hauptgrund?',
      options: {
        price: 'Preis',
        missing: 'Etwas hat gefehlt',
        unused: 'Kein Bedarf mehr',
        service: 'Service',
        alternative: 'Eine andere Lösung',
      },
    },
    he: {
      ask: 'מה הייתה הסיבה העיקרית?',
      options: {
        price: 'מחיר',
        missing: 'היה חסר משהו',
        unused: 'אין לי בו צורך יותר',
        service: 'שירות',
        alternative: 'מצאתי משהו אחר',
      },
    },
  },
}

/** After a cancellation: satisfaction, and the main reason. */
export const cancellation = moment('cancellation', {
  group: 'product',
  metric: 'csat',
  name: {
    en: 'After a cancellation',
    cs: 'Po zrušení služby',
    sk: 'Po zrušení služby',
    pl: 'Po rezygnacji',
    de: 'Nach einer Kündigung',
    he: 'אחרי ביטול',
  },
  description: {
    en: 'Why did they leave, and how satisfied were they? Send it once they cancel.',
    cs: 'Proč odešli a jak byli spokojeni? Pošlete po zrušení služby.',
    sk: 'Prečo odišli a ako boli spokojní? Pošlite po zrušení služby.',
    pl: 'Dlaczego zrezygnowali i na ile byli zadowoleni? Do wysłania po rezygnacji.',
    de: 'Warum sind sie gegangen, und wie zufrieden waren sie? Zum Versand nach der Kündigung.',
    he: 'למה הם עזבו, ועד כמה היו מרוצים? לשליחה אחרי הביטול.',
  },
  ask: {
    en: 'Overall, how satisfied were you with {company}?',
    cs: 'Nakolik jste byli celkově spokojeni se společností {company}?',
    sk: 'Nakoľko ste boli celkovo spokojní so spoločnosťou {company}?',
    pl: 'Na ile ogólnie byli Państwo zadowoleni z firmy {company}?',
    de: 'Wie zufrieden waren Sie insgesamt mit {company}?',
    he: 'עד כמה הייתם מרוצים בסך הכול מ־{company}?',
  },
  reason,
})
