import { OVERLAY_LOOKS } from './overlayLooks.ts'
import { cornersOf } from './shapes.ts'
import './overlaySign.css'

/** An overlay's legend: its colour, dashes and shape. */
export function OverlaySign(props: { look: number }) {
  const look = () => OVERLAY_LOOKS[props.look]!
  return (
    <svg class="overlay-sign" data-look={props.look + 1} viewBox="0 0 28 12" aria-hidden="true">
      <line x1="0" x2="28" y1="6" y2="6" stroke-dasharray={look().dash.join(' ')} />
      <polygon
        points={cornersOf(look().shape, 14, 6, 4.5)
          .map((corner) => corner.join(','))
          .join(' ')}
      />
    </svg>
  )
}
