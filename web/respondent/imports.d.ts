declare module '*?inline-script' {
  /** The module and what it imports as one minified browser script. */
  const script: string
  export default script
}

declare module '*?inline-style' {
  /** The style sheet, minified. */
  const css: string
  export default css
}
