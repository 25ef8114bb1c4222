/** An HTML element as text; an empty attribute is written without a value. */
export function element(name: string, attributes: Record<string, string>, content: string): string {
  const list = Object.entries(attributes).map(([attribute, value]) =>
    value ? ` ${attribute}="${escaped(value)}"` : ` ${attribute}`,
  )
  return `<${name}${list.join('')}>${content}</${name}>`
}

/** Escapes text for an element or an attribute. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}
