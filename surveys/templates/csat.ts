import type { Template } from './template.ts'

/** Satisfaction with how a request was handled, 1–5; the two highest count as satisfied. */
export const csat: Template<'csat'> = {
  id: 'csat',
  group: 'scale',
  metric: 'csat',
  name: {
    en: 'Satisfaction (CSAT)',
    cs: 'Spokojenost (CSAT)',
    sk: 'Spokojnosť (CSAT)',
    pl: 'Zadowolenie (CSAT)',
    de: 'Zufriedenheit (CSAT)',
    he: 'שביעות רצון (CSAT)',
  },
  description: {
    en: 'Were they satisfied with how you handled their request? A score from 1 to 5 and one question on why.',
    cs: 'Jsou zákazníci spokojeni s vyřízením svého požadavku? Známka od 1 do 5 a jedna otázka na důvod.',
    sk: 'Sú zákazníci spokojní s vybavením svojej požiadavky? Známka od 1 do 5 a jedna otázka na dôvod.',
    pl: 'Czy klienci są zadowoleni z załatwienia swojej sprawy? Ocena od 1 do 5 i jedno pytanie o powód.',
    de: 'Waren Ihre Kunden zufrieden damit, wie Sie geholfen haben? Eine Zahl von 1 bis 5 und eine Frage nach dem Grund.',
    he: 'האם הלקוחות מרוצים מהטיפול בפנייה שלהם? ציון מ-1 עד 5 ושאלה אחת על הסיבה.',
  },
  definition: {
    languages: ['en', 'cs', 'sk', 'pl', 'de', 'he'],
    questions: [
      {
        id: 'csat',
        kind: 'csat',
        text: {
          en: {
            ask: 'How satisfied are you with how {company} handled your request?',
            low: 'Very dissatisfied',
            high: 'Very satisfied',
          },
          cs: {
            ask: 'Nakolik jste spokojeni s tím, jak společnost {company} vyřídila váš požadavek?',
            low: 'Vůbec ne',
            high: 'Naprosto',
          },
          sk: {
            ask: 'Nakoľko ste spokojní s tým, ako spoločnosť {company} vybavila vašu požiadavku?',
            low: 'Vôbec nie',
            high: 'Úplne',
          },
          pl: {
            ask: 'Na ile są Państwo zadowoleni z tego, jak firma {company} załatwiła Państwa sprawę?',
            low: 'Wcale',
            high: 'W pełni',
          },
          de: {
            ask: 'Wie zufrieden sind Sie damit, wie {company} Ihr Anliegen bearbeitet hat?',
            low: 'Sehr unzufrieden',
            high: 'Sehr zufrieden',
          },
          he: {
            ask: 'עד כמה אתם מרוצים מהטיפול של {company} בפנייה שלכם?',
            low: 'בכלל לא מרוצים',
            high: 'מרוצים מאוד',
          },
        },
      },
      {
        id: 'why',
        kind: 'text',
        text: {
          en: {
            ask: {
              unhappy: 'We are sorry about that. What went wrong?',
              neutral: 'Thank you. What was missing?',
              happy: 'Thank you. What was especially good?',
            },
          },
          cs: {
            ask: {
              unhappy: 'To nás mrzí. Co se nepovedlo?',
              neutral: 'Děkujeme. Co vám chybělo?',
              happy: 'Děkujeme. Co bylo obzvlášť dobré?',
            },
          },
          sk: {
            ask: {
              unhappy: 'To nás mrzí. Čo sa nepodarilo?',
              neutral: 'Ďakujeme. Čo vám chýbalo?',
              happy: 'Ďakujeme. Čo bolo obzvlášť dobré?',
            },
          },
          pl: {
            ask: {
              unhappy: 'Przykro nam z tego powodu. Co poszło nie tak?',
              neutral: 'Dziękujemy. Czego zabrakło?',
              happy: 'Dziękujemy. Co było szczególnie dobre?',
            },
          },
          de: {
            ask: {
              unhappy: 'Das tut uns leid. Was ist schiefgelaufen?',
              neutral: 'Danke. Was hat Ihnen gefehlt?',
              happy: 'Danke. Was war besonders gut?',
            },
          },
          he: {
            ask: {
              unhappy: 'אנחנו מצטערים על כך. מה השתבש?',
              neutral: 'תודה. מה היה חסר לכם?',
              happy: 'תודה. מה היה טוב במיוחד?',
            },
          },
        },
      },
    ],
    thanks: {
      en: {
        unhappy: 'Thank you for telling us. A person reads every answer, and yours comes first.',
        neutral: 'Thank you. A person reads every answer, and yours helps us do better.',
        happy: 'Thank you. We will pass it on to the people who helped you.',
      },
      cs: {
        unhappy: 'Děkujeme, že o tom víme. Každou odpověď čte člověk a ta vaše má přednost.',
        neutral: 'Děkujeme. Každou odpověď čte člověk a ta vaše nám pomůže být lepší.',
        happy: 'Děkujeme. Vyřídíme to lidem, kteří vám pomáhali.',
      },
      sk: {
        unhappy: 'Ďakujeme, že o tom vieme. Každú odpoveď číta človek a tá vaša má prednosť.',
        neutral: 'Ďakujeme. Každú odpoveď číta človek a tá vaša nám pomôže byť lepšími.',
        happy: 'Ďakujeme. Odkážeme to ľuďom, ktorí vám pomáhali.',
      },
      pl: {
        unhappy:
          'Dziękujemy, że o tym wiemy. Każdą odpowiedź czyta człowiek, a tę w pierwszej kolejności.',
        neutral: 'Dziękujemy. Każdą odpowiedź czyta człowiek, a ta pomoże nam działać lepiej.',
        happy: 'Dziękujemy. Przekażemy to osobom, które Państwu pomogły.',
      },
      de: {
        unhappy:
          'Danke, dass Sie uns das sagen. Jede Antwort wird von einem Menschen gelesen, Ihre zuerst.',
        neutral:
          'Danke. Jede Antwort wird von einem Menschen gelesen, und Ihre hilft uns, besser zu werden.',
        happy: 'Danke. Wir geben es gern an die Menschen weiter, die Ihnen geholfen haben.',
      },
      he: {
        unhappy: 'תודה שסיפרתם לנו. כל תשובה נקראת בידי אדם, ושלכם בראש התור.',
        neutral: 'תודה. כל תשובה נקראת בידי אדם, ושלכם עוזרת לנו להשתפר.',
        happy: 'תודה. נעביר את הדברים לאנשים שטיפלו בפנייה.',
      },
    },
  },
}
