/** The time at which tests take place: a Friday noon in winter. */
export const NOW = Date.parse('2026-11-20T12:00:00Z')
