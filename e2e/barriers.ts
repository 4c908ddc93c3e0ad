import axe from 'axe-core'
import type { Page } from '@playwright/test'

type Barrier = { id: string; help: string; where: string[] }

/**
 * Runs axe on the page. The contrast of a text, the slowest rule, is checked once for all texts of one colour, size, element and
 * background.
 */
export async function barriersOn(page: Page): Promise<Barrier[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const tester = (globalThis as unknown as { axe: typeof axe }).axe
    const grounds = new Map<Element, string>()
    const groundOf = (element: Element): string => {
      const known = grounds.get(element)
      if (known !== undefined) return known
      const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element)
      const outer = element.parentElement ? groundOf(element.parentElement) : ''
      const ground = `${outer} ${backgroundColor} ${backgroundImage} ${opacity} ${filter}`
        .replace(' rgba(0, 0, 0, 0) none 1 none', '')
      grounds.set(element, ground)
      return ground
    }
    const texts = new Map<string, Element>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement
      if (!element || walker.currentNode.textContent?.trim() === '' || !element.checkVisibility({ visibilityProperty: true })) continue
      const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element)
      const kind = [element, element.parentElement].map((each) => `${each?.tagName}.${each?.className}`).join(' in ')
      const look = `${kind} ${color} ${fontSize} ${fontWeight} ${textShadow} ${groundOf(element)}`
      if (!texts.has(look)) texts.set(look, element)
    }
    const contrast = 'color-contrast'
    const resultTypes = ['violations' as const]
    const others = await tester.run(document, { resultTypes, rules: { [contrast]: { enabled: false } } })
    const colours = await tester.run([...texts.values()], { resultTypes, runOnly: [contrast] })
    return [...others.violations, ...colours.violations]
      .map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }))
  })
}
