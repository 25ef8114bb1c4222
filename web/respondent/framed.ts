// Runs in the browser. Tells the embedding site the page's height, and when the customer closes it,
// opts out or opts in. The site's identity doesn't matter: nothing of the response is sent.

const site = parent === window ? null : parent

if (site) {
  const post = (ohlas: string, more?: object) => site.postMessage({ ohlas, ...more }, '*')
  const close = () => post('close')
  const [button] = document.getElementsByClassName('close') as HTMLCollectionOf<HTMLElement>
  const here = () => post('here', { height: document.body.scrollHeight, title: document.title })
  // At once, because observers don't fire in a frame that is not shown yet.
  here()
  new ResizeObserver(here).observe(document.body)
  addEventListener('keydown', ({ key }) => key === 'Escape' && close())
  button?.addEventListener('click', close)
  button?.removeAttribute('hidden')
  const wish = document.querySelector<HTMLElement>('[data-wish]')
  if (wish) post(wish.dataset.wish!)
}
