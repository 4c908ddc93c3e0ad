import { canNameTemplate } from '../../../../domain/gdap/roles/template-rules.ts'

/** As many as a template's name may have. */
export const longestName = 50

/** The name with the lowest number behind it that makes it one of its own; shortened where it would be too long. */
export function freeName(name: string, others: readonly { name: string }[]): string {
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` ${number}`
    const tried = `${name.slice(0, longestName - end.length).trim()}${end}`
    if (canNameTemplate(tried, others).allowed) return tried
  }
}
