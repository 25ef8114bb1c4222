/** The instant at which tests take place: a Friday noon, in winter time. */
export const NOW = Date.parse('2026-11-20T12:00:00Z')
