import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { Locale } from '../../../domain/session/locales.ts'

type Token = string | readonly unknown[]

export type MessageShape = {
  /** Sorted arguments and tags, the same in every language. */
  holes: string[]
  /** The message's own faults. */
  problems: string[]
}

/** Reads an ICU message's arguments, and checks that its plurals have all forms of the language. */
export function shapeOf(text: string, locale: Locale): MessageShape {
  const holes = new Set<string>()
  const problems: string[] = []
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (typeof token === 'string') {
        for (const [tag] of token.matchAll(/<\/?[\w-]+\/?>/g)) holes.add(tag)
        continue
      }
      const [name, type, format] = token
      holes.add(`{${String(name)}}`)
      if (typeof format !== 'object' || format === null) continue
      const choices = Object.entries(format).filter(([choice]) => choice !== 'offset')
      const missing = type === 'plural' ? pluralForms(locale).filter((form) => !(form in format)) : []
      problems.push(...missing.map((form) => `has no plural form "${form}" for {${String(name)}}`))
      for (const [, choice] of choices) visit(typeof choice === 'string' ? [choice] : (choice as Token[]))
    }
  }
  try {
    visit(compileMessageOrThrow(text))
  } catch (error) {
    problems.push(`is not an ICU message: ${error instanceof Error ? error.message : String(error)}`)
  }
  return { holes: [...holes].toSorted(), problems }
}

const forms = new Map<Locale, readonly string[]>()

/** The forms of whole numbers up to 1,000, and ICU's `other`. */
function pluralForms(locale: Locale): readonly string[] {
  const known = forms.get(locale)
  if (known) return known
  const rules = new Intl.PluralRules(locale)
  const found = [...new Set(['other', ...Array.from({ length: 1001 }, (_, count) => rules.select(count))])]
  forms.set(locale, found)
  return found
}
