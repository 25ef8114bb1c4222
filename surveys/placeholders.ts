/**
 * What mail programs and templates leave where nothing was filled in: "{{ id }}", "*|EMAIL|*", "%%name%%",
 * "[[id]]", "${id}", "<%= id %>", "[FIRSTNAME]". The same text would stand in every mail.
 */
const UNFILLED =
  /\{\{.*\}\}|\{%.*%\}|[$#]\{.*\}|\*\|.*\|\*|%%.*%%|<%.*%>|\[\[.*\]\]|^(%[\w .-]+%|\{[\w .-]+\}|\[[\w .-]+\]|<[\w .-]+>|\$[\w.-]+\$|@@[\w.-]+@@)$/u

/** What programs write where there is nobody. */
const NOBODY =
  /^(null|\(null\)|nil|none|undefined|nan|n\/?a|#n\/a|-+|0+|-1|anonymous|unknown|\[object object\])$/i

/** Whether a mail program or a template has left a placeholder in the text. */
export const isUnfilled = (text: string): boolean => UNFILLED.test(text)

/** Whether a customer's id is the word for none, or a placeholder: it would make all customers one. */
export const isNobodysId = (text: string): boolean => NOBODY.test(text) || isUnfilled(text)
