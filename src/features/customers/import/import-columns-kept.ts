import { foldedName } from '../../../../domain/customers/import-column-names.ts'
import type { ListQuestion } from '../../../../domain/customers/schemas.ts'

type Question = NonNullable<ListQuestion['columns']>

const mostKept = 20
const keyOf = (person: string): string => `tessera.import-columns.${person}`

/** Files of one program have one header; of files without a header those of as many columns are taken for alike. */
const likeness = ({ header, rows }: Question): string => (header ? header.map(foldedName).join('|') : `${rows[0]?.length ?? 0}`)

function kept(person: string): [likeness: string, said: string][] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(person)) ?? '[]') as [string, string][]
  } catch {
    return []
  }
}

/** What this person last chose in this browser for a file with such a header, as the API takes it. */
export const keptColumns = (person: string, question: Question): string | undefined =>
  kept(person).find(([known]) => known === likeness(question))?.[1]

/** Keeps it in this browser, where it allows. It names columns alone, no customers, so that it may outlive the session. */
export function keepColumns(person: string, question: Question, said: string): void {
  const others = kept(person).filter(([known]) => known !== likeness(question))
  try {
    localStorage.setItem(keyOf(person), JSON.stringify([[likeness(question), said], ...others].slice(0, mostKept)))
  } catch {
    // A browser that keeps nothing asks again.
  }
}
