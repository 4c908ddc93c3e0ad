import type { Page } from '@playwright/test'

/** From the next page on wraps every text, also later ones, in elements as browsers' translators do; the page's own text nodes are gone. */
export const translateTexts = (page: Page): Promise<unknown> => page.addInitScript(() => {
  const left = 'font, script, style, title, textarea, option, [translate=no]'
  const take = (text: Text) => {
    if (text.data.trim() === '' || !text.parentElement || text.parentElement.closest(left)) return
    const outer = document.createElement('font')
    const inner = outer.appendChild(document.createElement('font'))
    inner.textContent = text.data
    text.replaceWith(outer)
  }
  const takeAll = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const texts: Text[] = root instanceof Text ? [root] : []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    for (const text of texts) take(text)
  }
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'characterData') takeAll(target)
      for (const node of addedNodes) takeAll(node)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
})
