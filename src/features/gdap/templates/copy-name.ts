import { canNameTemplate } from '../../../../domain/gdap/roles/template-rules.ts'

/** The limit of a template's name. */
export const longestName = 50

/** Adds the lowest number that makes the name unique; shortens it to fit. */
export function freeName(name: string, others: readonly { name: string }[]): string {
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` ${number}`
    const tried = `${name.slice(0, longestName - end.length).trim()}${end}`
    if (canNameTemplate(tried, others).allowed) return tried
  }
}
