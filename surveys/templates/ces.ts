import type { Template } from './template.ts'

/** Ease, by CES 2.0: agreement from 1 to 7, higher is better (Dixon, Toman & DeLisi 2013). */
export const ces: Template<'ces'> = {
  id: 'ces',
  group: 'scale',
  metric: 'ces',
  name: {
    en: 'Ease (CES)',
    cs: 'Snadnost vyřízení (CES)',
    sk: 'Jednoduchosť vybavenia (CES)',
    pl: 'Łatwość załatwienia sprawy (CES)',
    de: 'Leichtigkeit (CES)',
    he: 'קלות הטיפול (CES)',
  },
  description: {
    en: 'Was it easy to get their issue handled? Agreement from 1 to 7 and one question on why.',
    cs: 'Bylo snadné vyřešit, co potřebovali? Souhlas od 1 do 7 a jedna otázka na důvod.',
    sk: 'Bolo jednoduché vyriešiť, čo potrebovali? Súhlas od 1 do 7 a jedna otázka na dôvod.',
    pl: 'Czy łatwo było załatwić sprawę? Zgoda od 1 do 7 i jedno pytanie o powód.',
    de: 'War es leicht, das Anliegen zu klären? Zustimmung von 1 bis 7 und eine Frage nach dem Grund.',
    he: 'האם היה קל לטפל בפנייה? הסכמה מ-1 עד 7 ושאלה אחת על הסיבה.',
  },
  definition: {
    languages: ['en', 'cs', 'sk', 'pl', 'de', 'he'],
    questions: [
      {
        id: 'ces',
        kind: 'ces',
        text: {
          en: {
            ask: '{company} made it easy for me to handle my issue.',
            low: 'Strongly disagree',
            high: 'Strongly agree',
          },
          cs: {
            ask: 'Společnost {company} mi vyřešení mého požadavku usnadnila.',
            low: 'Rozhodně nesouhlasím',
            high: 'Rozhodně souhlasím',
          },
          sk: {
            ask: 'Spoločnosť {company} mi vyriešenie mojej požiadavky uľahčila.',
            low: 'Rozhodne nesúhlasím',
            high: 'Rozhodne súhlasím',
          },
          pl: {
            ask: 'Firma {company} ułatwiła mi załatwienie mojej sprawy.',
            low: 'Zdecydowanie się nie zgadzam',
            high: 'Zdecydowanie się zgadzam',
          },
          de: {
            ask: '{company} hat es mir leicht gemacht, mein Anliegen zu klären.',
            low: 'Stimme überhaupt nicht zu',
            high: 'Stimme voll und ganz zu',
          },
          he: {
            ask: 'היה לי קל לטפל בפנייה שלי מול {company}.',
            low: 'כלל לא נכון',
            high: 'נכון מאוד',
          },
        },
      },
      {
        id: 'why',
        kind: 'text',
        text: {
          en: {
            ask: {
              unhappy: 'We are sorry it was hard. What made it so?',
              neutral: 'Thank you. What would have made it easier?',
              happy: 'Thank you. What made it easy?',
            },
          },
          cs: {
            ask: {
              unhappy: 'Mrzí nás, že to nebylo snadné. Co vás zdrželo?',
              neutral: 'Děkujeme. Co by to usnadnilo?',
              happy: 'Děkujeme. Co vám to usnadnilo?',
            },
          },
          sk: {
            ask: {
              unhappy: 'Mrzí nás, že to nebolo jednoduché. Čo vás zdržalo?',
              neutral: 'Ďakujeme. Čo by to uľahčilo?',
              happy: 'Ďakujeme. Čo vám to uľahčilo?',
            },
          },
          pl: {
            ask: {
              unhappy: 'Przykro nam, że nie było łatwo. Co sprawiło trudność?',
              neutral: 'Dziękujemy. Co by to ułatwiło?',
              happy: 'Dziękujemy. Co to Państwu ułatwiło?',
            },
          },
          de: {
            ask: {
              unhappy: 'Es tut uns leid, dass es mühsam war. Woran lag es?',
              neutral: 'Danke. Was hätte es leichter gemacht?',
              happy: 'Danke. Was hat es Ihnen leicht gemacht?',
            },
          },
          he: {
            ask: {
              unhappy: 'אנחנו מצטערים שלא היה קל. מה הקשה עליכם?',
              neutral: 'תודה. מה היה מקל עליכם?',
              happy: 'תודה. מה הקל עליכם?',
            },
          },
        },
      },
    ],
    thanks: {
      en: {
        unhappy: 'Thank you for telling us. A person reads every answer, and yours comes first.',
        neutral: 'Thank you. A person reads every answer, and yours helps us make it easier.',
        happy: 'Thank you. It is good to know that it went smoothly.',
      },
      cs: {
        unhappy: 'Děkujeme, že o tom víme. Každou odpověď čte člověk a ta vaše má přednost.',
        neutral: 'Děkujeme. Každou odpověď čte člověk a ta vaše nám pomůže věci zjednodušit.',
        happy: 'Děkujeme. Je dobré vědět, že vše šlo hladce.',
      },
      sk: {
        unhappy: 'Ďakujeme, že o tom vieme. Každú odpoveď číta človek a tá vaša má prednosť.',
        neutral: 'Ďakujeme. Každú odpoveď číta človek a tá vaša nám pomôže veci zjednodušiť.',
        happy: 'Ďakujeme. Je dobré vedieť, že všetko išlo hladko.',
      },
      pl: {
        unhappy:
          'Dziękujemy, że o tym wiemy. Każdą odpowiedź czyta człowiek, a tę w pierwszej kolejności.',
        neutral: 'Dziękujemy. Każdą odpowiedź czyta człowiek, a ta pomoże nam wszystko uprościć.',
        happy: 'Dziękujemy. Dobrze wiedzieć, że poszło gładko.',
      },
      de: {
        unhappy:
          'Danke, dass Sie uns das sagen. Jede Antwort wird von einem Menschen gelesen, Ihre zuerst.',
        neutral:
          'Danke. Jede Antwort wird von einem Menschen gelesen, und Ihre hilft uns, es einfacher zu machen.',
        happy: 'Danke. Gut zu wissen, dass alles reibungslos lief.',
      },
      he: {
        unhappy: 'תודה שסיפרתם לנו. כל תשובה נקראת בידי אדם, ושלכם בראש התור.',
        neutral: 'תודה. כל תשובה נקראת בידי אדם, ושלכם עוזרת לנו לפשט את התהליך.',
        happy: 'תודה. טוב לדעת שהכול עבר בקלות.',
      },
    },
  },
}
