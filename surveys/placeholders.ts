/**
 * Placeholders that an email tool or template did not replace: "{{ id }}", "*|EMAIL|*", "%%name%%",
 * "[[id]]", "${id}", "<%= id %>", "[FIRSTNAME]". They are the same in every email and so identify
 * nobody.
 */
const UNFILLED =
  /\{\{.*\}\}|\{%.*%\}|[$#]\{.*\}|\*\|.*\|\*|%%.*%%|<%.*%>|\[\[.*\]\]|^(%[\w .-]+%|\{[\w .-]+\}|\[[\w .-]+\]|<[\w .-]+>|\$[\w.-]+\$|@@[\w.-]+@@)$/u

/** Texts that stand for "nobody", in the product's languages. */
const NOBODY = new RegExp(
  `^[(<[]?(?:${[
    'null|nil|none|undefined|nan|nat|n/?a|n\\.a\\.|#n/a|#nv|#ref!|#value!|#name\\?|[-–—?.*_/]+|0|0{8}-0{4}-0{4}-0{4}-0{12}|-1|\\[object object\\]|empty|blank|x{2,3}',
    'unknown|not (?:set|given|provided|available|applicable|known|specified)|no (?:name|e-?mail|id|value|customer)|noname|anonymous(?: (?:user|customer|respondent|visitor))?|anon|guest(?: (?:user|checkout))?',
    'anonym(?:ní|ný|ni|ny|ne|e|er)?(?: (?:zákazník|zakaznik|uživatel|uzivatel|používateľ|nutzer|kunde))?|neznám[ýáéy]|neznam[yae]|neuveden[oéýaey]|nezadan[oéýaey]|nevyplněno|nevyplneno|nevyplnené|nevyplnene',
    'anonim(?:owy|owa|owe)?(?: klient| użytkownik)?|nieznan[yae]|nie (?:podano|dotyczy)|brak(?: danych)?|unbekannt|keine angaben?|nicht (?:angegeben|bekannt)|k\\. ?a\\.',
    'אנונימית?|לא (?:ידוע|צוין|נמסר)|ללא',
  ].join('|')})[)>\\]]?$`,
  'iu',
)

/** Whether the text contains a placeholder that was not replaced. */
export const isUnfilled = (text: string): boolean => UNFILLED.test(text)

/** Whether a customer's id means "none" or is a placeholder, which would make all customers one. */
export const isNobodysId = (text: string): boolean => NOBODY.test(text) || isUnfilled(text)

/** Whether a file's cell names nobody: it is empty, means "none" or is a placeholder. */
export const isPlaceholder = (text: string): boolean =>
  text.trim() === '' || isNobodysId(text.trim())
