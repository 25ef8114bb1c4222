import { expect, it } from 'vitest'
import { widgetPolicy, widgetTag, type Widget } from '../../../../web/dashboard/sharing/widget.ts'

const SURVEY = { url: 'https://ask.example.com/s/support', slug: 'support' }
const USUAL: Widget = {
  as: 'popover',
  when: 'after',
  seconds: 10,
  scrolled: 50,
  days: 90,
  language: '',
}

it('contains only settings that differ from the default', () => {
  expect(widgetTag(SURVEY, USUAL, [])).toBe(
    '<script async src="https://ask.example.com/widget.js" data-survey="support" data-after="10"></script>',
  )
})

it('keeps to the path under which the server is reached', () => {
  const url = 'https://example.com/feedback/s/support'
  expect(widgetTag({ ...SURVEY, url }, USUAL, [])).toContain(
    'src="https://example.com/feedback/widget.js"',
  )
  expect(widgetPolicy(url)).toContain('frame-src https://example.com')
})

it.each<[Partial<Widget>, string]>([
  [{ as: 'dialog', when: 'scroll', days: 30 }, 'data-as="dialog" data-scroll="50" data-every="30"'],
  [{ when: 'exit' }, 'data-exit'],
  [{ when: 'called', language: 'he' }, 'data-query="lang=he"'],
  [{ as: 'inline', days: 7 }, 'data-as="inline"'],
])('writes %j as %s', (wish, attributes) => {
  expect(widgetTag(SURVEY, { ...USUAL, ...wish }, [])).toContain(
    ` data-survey="support" ${attributes}></script>`,
  )
})

it('escapes every value within its attribute', () => {
  const properties = [
    { name: 'agent', value: '"></script><b>' },
    { name: 'ערוץ', value: '\u202e&x' },
  ]
  expect(widgetTag(SURVEY, USUAL, properties)).toContain(
    ' data-query="agent=%22%3E%3C%2Fscript%3E%3Cb%3E&#38;%D7%A2%D7%A8%D7%95%D7%A5=%E2%80%AE%26x"></script>',
  )
})

it('allows the server’s script and frame, and nothing else', () => {
  expect(widgetPolicy(SURVEY.url)).toBe(
    'script-src https://ask.example.com; frame-src https://ask.example.com',
  )
})
