/** An element as text; an attribute without a value is only named. */
export function element(name: string, attributes: Record<string, string>, content: string): string {
  const written = Object.entries(attributes).map(([attribute, value]) =>
    value ? ` ${attribute}="${escaped(value)}"` : ` ${attribute}`,
  )
  return `<${name}${written.join('')}>${content}</${name}>`
}

/** A text as HTML has it, within an element or an attribute. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
