// Runs in the browser. Tells the site that shows this page in a frame how high it is, and when the
// customer wants it gone, not to be asked again, or to be asked again after all. Who that site is does not matter: nothing of the
// answer is told.

const site = parent === window ? null : parent

if (site) {
  const tell = (ohlas: string, more?: object) => site.postMessage({ ohlas, ...more }, '*')
  const close = () => tell('close')
  const [button] = document.getElementsByClassName('close') as HTMLCollectionOf<HTMLElement>
  const here = () => tell('here', { height: document.body.scrollHeight, title: document.title })
  // At once, as nothing is observed in a frame that the site does not show yet.
  here()
  new ResizeObserver(here).observe(document.body)
  addEventListener('keydown', ({ key }) => key === 'Escape' && close())
  button?.addEventListener('click', close)
  button?.removeAttribute('hidden')
  const wish = document.querySelector<HTMLElement>('[data-wish]')
  if (wish) tell(wish.dataset.wish!)
}
