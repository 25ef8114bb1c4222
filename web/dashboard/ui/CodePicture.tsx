import { outlineOf, type Modules } from '../base/qrCode.ts'

/** A QR code, dark on white in every theme. */
export function CodePicture(props: { modules: Modules; label: string }) {
  const size = () => props.modules.length
  return (
    <svg
      class="code-picture"
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${size()} ${size()}`}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size()}v${size()}H0z`} />
      <path fill="#000" d={outlineOf(props.modules)} />
    </svg>
  )
}
