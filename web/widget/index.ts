// oxlint-disable-next-line import/default -- the build turns the module into its text
import script from './widget.ts?inline-script'

/** The script that a site embeds, for `<script src=".../widget.js" data-survey="…">`. */
export const WIDGET = script
