import { foldedName } from '../../../../domain/customers/import-column-names.ts'
import type { ListQuestion } from '../../../../domain/customers/schemas.ts'

type Question = NonNullable<ListQuestion['columns']>

const mostKept = 20
const keyOf = (person: string): string => `tessera.import-columns.${person}`

/** Files of one program share a header; files without one are alike by their number of columns. */
const likeness = ({ header, rows }: Question): string => (header ? header.map(foldedName).join('|') : `${rows[0]?.length ?? 0}`)

function kept(person: string): [likeness: string, said: string][] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(person)) ?? '[]') as [string, string][]
  } catch {
    return []
  }
}

/** This person's last choice for such a header, in the API's form. */
export const keptColumns = (person: string, question: Question): string | undefined =>
  kept(person).find(([known]) => known === likeness(question))?.[1]

/** Keeps the choice in this browser if allowed. It holds column names and no customers, so it may outlive the session. */
export function keepColumns(person: string, question: Question, said: string): void {
  const others = kept(person).filter(([known]) => known !== likeness(question))
  try {
    localStorage.setItem(keyOf(person), JSON.stringify([[likeness(question), said], ...others].slice(0, mostKept)))
  } catch {
    // Without storage the question is asked again.
  }
}
