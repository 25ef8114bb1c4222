import { fileURLToPath } from 'node:url'
import Icons from 'unplugin-icons/vite'
import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

const server = 'http://localhost:3000'

export default defineConfig({
  root: fileURLToPath(new URL('./dashboard', import.meta.url)),
  // Relative: under which path the server is reached is not known before it starts.
  base: './',
  plugins: [solid(), Icons({ compiler: 'solid' })],
  build: {
    outDir: fileURLToPath(new URL('../dist/dashboard', import.meta.url)),
    emptyOutDir: true,
    // The chart library is a file of its own, fetched where a chart is drawn.
    rolldownOptions: {
      // Hides timings, which don't matter to people who start the server.
      checks: { bundlerTimings: false },
      output: { codeSplitting: { groups: [{ name: 'chartjs', test: /node_modules\/chart\.js/ }] } },
    },
    // The server's content security policy allows no inline script and no data: font.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Keeps light-dark() and oklch() as they are written in base/tokens.css.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
  },
  server: { proxy: { '/api': server, '/s': server } },
})
