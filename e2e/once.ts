import type { Page } from '@playwright/test'

/**
 * Finds repetitions in the page's main part: explaining sentences, and actions of one name and effect. Rows may say the same of different
 * things, once each; a reason may not repeat anywhere.
 */
export const saidTwice = (page: Page): Promise<{ sentences: string[]; actions: string[] }> =>
  page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body
    const rows = 'li, tr, [role=row]'
    const quoted = 'blockquote, pre'
    const item = `${rows}, [role=grid], table, ${quoted}`
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const isBlock = (element: Element) => !/^(inline|contents)/.test(getComputedStyle(element).display)
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
    const repeated = (all: string[]) => [...new Set(all.filter((each, position) => all.indexOf(each) !== position))]
    const named = (ids: string | null) => (ids ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? [])

    const reasons = new Set([...main.querySelectorAll('[aria-disabled=true][aria-describedby]')]
      .flatMap((button) => named(button.getAttribute('aria-describedby'))))
    const texts = new Map<Element, string>()
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement
      // Editable text is not the page's.
      if (!holder || holder.matches('textarea') || !isSeen(holder)) continue
      let block = holder
      while (block !== main && block.parentElement && !isBlock(block) && !reasons.has(block)) block = block.parentElement
      if (block.closest(quoted)) continue
      texts.set(block, (texts.get(block) ?? '') + (walker.currentNode.textContent ?? ''))
    }
    const isReason = (block: Element) => [...reasons].some((reason) => reason.contains(block))
    // Different reasons may name the same person to ask.
    /** The outermost row around a block; a reason belongs to the page. */
    const rowOf = (block: Element): Element | null => {
      let outer: Element | null = null
      let each = isReason(block) ? null : block.closest(rows)
      while (each && main.contains(each)) {
        outer = each
        each = each.parentElement?.closest(rows) ?? null
      }
      return outer
    }
    const said = [...texts].flatMap(([block, text]) => {
      const row = rowOf(block)
      return plain(text).split(/(?<=[.!?。])\s*/).slice(0, isReason(block) ? 1 : undefined)
        .filter(({ length }) => length >= 40).map((sentence) => ({ sentence, row }))
    })
    const sentences = said.filter(({ sentence, row }, position) =>
      said.findIndex((each) => each.sentence === sentence && each.row === row) !== position).map(({ sentence }) => sentence)

    const every = [...main.querySelectorAll('*')]
    const around = (element: Element): string => {
      const outer = element.parentElement?.closest(element.matches('button, section') ? `${item}, section` : item)
      return outer ? `${every.indexOf(outer)} ${around(outer)}` : ''
    }
    const actions = [...main.querySelectorAll('a[href], button')].filter(isSeen).flatMap((element) => {
      const words = named(element.getAttribute('aria-labelledby')).map(({ textContent }) => textContent).join(' ')
      const name = plain(words || (element.getAttribute('aria-label') ?? element.textContent))
      const to = element instanceof HTMLAnchorElement ? new URL(element.href) : undefined
      // A link to a rule is no action.
      return to?.pathname === '/rules' ? [] : [`${name} → ${to ? to.pathname + to.search + to.hash : ''} ${around(element)}`.trim()]
    })
    return { sentences: [...new Set(sentences)], actions: repeated(actions) }
  })
