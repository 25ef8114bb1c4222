import type en from '../en/scores.ts'
import type { Translation } from '../translation.ts'

export default {
  score: {
    early: 'kleine Stichprobe',
    tooFew: 'zu wenige Antworten',
    between: 'zwischen {{ low }} und {{ high }}',
    spoken: '{{ score }}, zwischen {{ low }} und {{ high }}',
    nothing: 'keine Antworten',
  },
  change: {
    up: '{{ by }} höher · deutliche Veränderung',
    down: '{{ by }} niedriger · deutliche Veränderung',
    noChange: 'Keine deutliche Veränderung',
    noChangeWould:
      'Keine deutliche Veränderung (weniger als {{ by }} ist vom Zufall nicht zu unterscheiden)',
    nothing: 'Keine früheren Daten',
    tooFew: 'Zu wenige Antworten für einen Vergleich',
    against: 'Die letzten 30 Tage gegen die 30 davor',
  },
  definition: {
    title: 'Wie das gezählt ist',
    formula: 'Wert',
    formulas: {
      nps: 'Anteil 9–10 minus Anteil 0–6, von −100 bis 100',
      csat: 'Anteil der Antworten 4 und 5',
      ces: 'Mittelwert der Antworten von 1 bis 7; 7 ist leicht',
    },
    window: 'Zeitraum',
    zone: 'Tage in {{ zone }}',
    counted: 'Gezählt',
    countings: {
      answers: 'Jede Antwort zählt.',
      customers: 'Je Kunde zählt die letzte Antwort in dieser Zeit und Gruppe.',
    },
    exclusions: 'Ausgeschlossen',
    skipped: {
      one: '{{ n }} Antwort ohne diese Frage',
      other: '{{ n }} Antworten ohne diese Frage',
    },
    earlier: {
      one: '{{ n }} frühere Antwort desselben Kunden',
      other: '{{ n }} frühere Antworten derselben Kunden',
    },
    suspected: {
      one: '{{ n }} als mutmaßlicher Bot ausgeschlossen',
      other: '{{ n }} als mutmaßliche Bots ausgeschlossen',
    },
    unconfirmed: {
      one: '{{ n }} über einen E-Mail-Link, vom Kunden nicht bestätigt',
      other: '{{ n }} über E-Mail-Links, vom Kunden nicht bestätigt',
    },
    test: { one: '{{ n }} Test Ihres Teams', other: '{{ n }} Tests Ihres Teams' },
    erased: { one: '{{ n }} gelöscht', other: '{{ n }} gelöscht' },
    nothing: 'Nichts.',
    never: 'Übersprungene Fragen, Tests und mutmaßliche Bots zählen nie.',
    interval: 'Intervall',
    intervals: {
      'adjusted-wald': '95 %, angepasstes Wald-Intervall (Bonett und Price)',
      tango: '95 %, Score-Intervall nach Tango, da es wenige oder nur gleiche Antworten sind',
      wilson: '95 %, Wilson',
      'effective-n-wilson': '95 %, Wilson für die Lage des Mittelwerts auf der Skala',
      none: 'Ohne Antworten keines',
    },
    rounding: 'Rundung',
    rounded:
      'Genau gerechnet und einmal gerundet, für den Bildschirm, Hälften von null weg. Einen Wert gibt es ab 5 Antworten, Gruppen werden ab 30 beurteilt.',
  },
  noScore: {
    never: 'Noch keine Antworten',
    neverHelp: {
      live: 'Verschicken Sie den Link der Umfrage. Die erste Antwort erscheint hier sofort.',
      draft: 'Veröffentlichen Sie die Umfrage, um Antworten zu sammeln.',
      paused: 'Die Umfrage ist pausiert. Setzen Sie sie fort, um Antworten zu sammeln.',
      archived: 'Die Umfrage ist archiviert und nimmt keine Antworten an.',
    },
    noneCounts: 'Noch zählt keine Antwort',
    excluded: {
      one: '{{ n }} Antwort ist ausgeschlossen und zählt nicht.',
      other: '{{ n }} Antworten sind ausgeschlossen und zählen nicht.',
    },
    seeExcluded: 'Warum, ansehen',
    past: {
      one: '{{ n }} Antwort auf eine frühere Frage, noch keine auf die jetzige.',
      other: '{{ n }} Antworten auf eine frühere Frage, noch keine auf die jetzige.',
    },
    seePast: 'Frühere Frage anzeigen',
  },
} satisfies Translation<typeof en>
