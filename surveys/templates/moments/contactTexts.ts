/** Asks an unhappy respondent whether they may be contacted. */
export const MAY_CONTACT: Record<string, { ask: string }> = {
  en: { ask: 'May we get back to you about this?' },
  cs: { ask: 'Můžeme se vám kvůli tomu ozvat?' },
  sk: { ask: 'Môžeme sa vám kvôli tomu ozvať?' },
  pl: { ask: 'Czy możemy się z Państwem w tej sprawie skontaktować?' },
  de: { ask: 'Dürfen wir uns deswegen bei Ihnen melden?' },
  he: { ask: 'אפשר לחזור אליכם בנושא?' },
}

/** Asks where they can be contacted. */
export const CONTACT: Record<string, { ask: string }> = {
  en: { ask: 'Where can we reach you?' },
  cs: { ask: 'Kam se vám můžeme ozvat?' },
  sk: { ask: 'Kam sa vám môžeme ozvať?' },
  pl: { ask: 'Jak możemy się z Państwem skontaktować?' },
  de: { ask: 'Wie erreichen wir Sie?' },
  he: { ask: 'איך אפשר להשיג אתכם?' },
}
