import type { Template } from './template.ts'

/** Willingness to recommend, 0–10, in Reichheld's wording. */
export const nps: Template<'nps'> = {
  id: 'nps',
  group: 'scale',
  metric: 'nps',
  name: {
    en: 'Recommendation (NPS)',
    cs: 'Doporučení (NPS)',
    sk: 'Odporúčanie (NPS)',
    pl: 'Polecenie (NPS)',
    de: 'Weiterempfehlung (NPS)',
    he: 'המלצה (NPS)',
  },
  description: {
    en: 'Would your customers recommend you? A score from 0 to 10 and one question on why.',
    cs: 'Doporučili by vás zákazníci? Známka od 0 do 10 a jedna otázka na důvod.',
    sk: 'Odporučili by vás zákazníci? Známka od 0 do 10 a jedna otázka na dôvod.',
    pl: 'Czy klienci by Państwa polecili? Ocena od 0 do 10 i jedno pytanie o powód.',
    de: 'Würden Ihre Kunden Sie weiterempfehlen? Eine Zahl von 0 bis 10 und eine Frage nach dem Grund.',
    he: 'האם הלקוחות ימליצו עליכם? ציון מ-0 עד 10 ושאלה אחת על הסיבה.',
  },
  definition: {
    languages: ['en', 'cs', 'sk', 'pl', 'de', 'he'],
    questions: [
      {
        id: 'nps',
        kind: 'nps',
        text: {
          en: {
            ask: 'How likely are you to recommend {company} to a friend or colleague?',
            low: 'Not at all likely',
            high: 'Extremely likely',
          },
          cs: {
            ask: 'Jak pravděpodobné je, že společnost {company} doporučíte přátelům nebo kolegům?',
            low: 'Velmi nepravděpodobné',
            high: 'Velmi pravděpodobné',
          },
          sk: {
            ask: 'Aké pravdepodobné je, že spoločnosť {company} odporučíte priateľom alebo kolegom?',
            low: 'Veľmi nepravdepodobné',
            high: 'Veľmi pravdepodobné',
          },
          pl: {
            ask: 'Jak prawdopodobne jest, że polecą Państwo firmę {company} znajomym lub współpracownikom?',
            low: 'Bardzo mało prawdopodobne',
            high: 'Bardzo prawdopodobne',
          },
          de: {
            ask: 'Wie wahrscheinlich ist es, dass Sie {company} im Freundes- oder Kollegenkreis weiterempfehlen?',
            low: 'Sehr unwahrscheinlich',
            high: 'Sehr wahrscheinlich',
          },
          he: {
            ask: 'מה הסיכוי שתמליצו על {company} לחברים או לעמיתים?',
            low: 'סיכוי נמוך מאוד',
            high: 'סיכוי גבוה מאוד',
          },
        },
      },
      {
        id: 'why',
        kind: 'text',
        text: {
          en: {
            ask: {
              unhappy:
                'Thank you for being open with us. What went wrong, or what could we do better?',
              neutral: 'Thank you. What would make it better next time?',
              happy: 'Thank you. What did you like most?',
            },
          },
          cs: {
            ask: {
              unhappy: 'Děkujeme za upřímnost. Co se nepovedlo nebo co můžeme zlepšit?',
              neutral: 'Děkujeme. Co by příště mohlo být lepší?',
              happy: 'Děkujeme. Co se vám líbilo nejvíc?',
            },
          },
          sk: {
            ask: {
              unhappy: 'Ďakujeme za úprimnosť. Čo sa nepodarilo alebo čo môžeme zlepšiť?',
              neutral: 'Ďakujeme. Čo by nabudúce mohlo byť lepšie?',
              happy: 'Ďakujeme. Čo sa vám páčilo najviac?',
            },
          },
          pl: {
            ask: {
              unhappy: 'Dziękujemy za szczerość. Co poszło nie tak lub co możemy poprawić?',
              neutral: 'Dziękujemy. Co następnym razem mogłoby być lepsze?',
              happy: 'Dziękujemy. Co podobało się Państwu najbardziej?',
            },
          },
          de: {
            ask: {
              unhappy:
                'Danke für Ihre Offenheit. Was ist schiefgelaufen, oder was können wir besser machen?',
              neutral: 'Danke. Was könnte beim nächsten Mal besser sein?',
              happy: 'Danke. Was hat Ihnen am besten gefallen?',
            },
          },
          he: {
            ask: {
              unhappy: 'תודה על הכנות. מה השתבש, או מה נוכל לשפר?',
              neutral: 'תודה. מה יכול להיות טוב יותר בפעם הבאה?',
              happy: 'תודה. מה אהבתם במיוחד?',
            },
          },
        },
      },
    ],
    thanks: {
      en: {
        unhappy: 'Thank you for telling us. A person reads every answer, and yours comes first.',
        neutral: 'Thank you. A person reads every answer, and yours helps us do better.',
        happy: 'Thank you. It is good to know what works well for you.',
      },
      cs: {
        unhappy: 'Děkujeme, že o tom víme. Každou odpověď čte člověk a ta vaše má přednost.',
        neutral: 'Děkujeme. Každou odpověď čte člověk a ta vaše nám pomůže být lepší.',
        happy: 'Děkujeme. Je dobré vědět, co se nám daří.',
      },
      sk: {
        unhappy: 'Ďakujeme, že o tom vieme. Každú odpoveď číta človek a tá vaša má prednosť.',
        neutral: 'Ďakujeme. Každú odpoveď číta človek a tá vaša nám pomôže byť lepšími.',
        happy: 'Ďakujeme. Je dobré vedieť, čo sa nám darí.',
      },
      pl: {
        unhappy:
          'Dziękujemy, że o tym wiemy. Każdą odpowiedź czyta człowiek, a tę w pierwszej kolejności.',
        neutral: 'Dziękujemy. Każdą odpowiedź czyta człowiek, a ta pomoże nam działać lepiej.',
        happy: 'Dziękujemy. Dobrze wiedzieć, co nam się udaje.',
      },
      de: {
        unhappy:
          'Danke, dass Sie uns das sagen. Jede Antwort wird von einem Menschen gelesen, Ihre zuerst.',
        neutral:
          'Danke. Jede Antwort wird von einem Menschen gelesen, und Ihre hilft uns, besser zu werden.',
        happy: 'Danke. Es ist gut zu wissen, was Ihnen gefällt.',
      },
      he: {
        unhappy: 'תודה שסיפרתם לנו. כל תשובה נקראת בידי אדם, ושלכם בראש התור.',
        neutral: 'תודה. כל תשובה נקראת בידי אדם, ושלכם עוזרת לנו להשתפר.',
        happy: 'תודה. טוב לדעת מה עובד היטב.',
      },
    },
  },
}
