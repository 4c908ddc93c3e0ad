import { type ImportColumn, importColumns, keyOfColumn } from './import-column-names.ts'

/** Which column is which by somebody's word: a position from 0, or what the header calls it. What is left out is found by its name. */
export type ColumnChoice = Partial<Record<ImportColumn, number | string>>

const columnOf = new Map(importColumns.map((column) => [keyOfColumn[column] as string, column]))

const key = `(?:${[...columnOf.keys()].join('|')})`
const part = `${key} *=(?:(?!, *${key} *=).)+`

/** The form of a choice in text: positions counted from 1, or names of the header, which may hold commas. */
export const columnChoiceForm = new RegExp(`^ *${part}(?:, *${part})*$`, 'u')

/** Reads `id=2,name=Company,domain=3`; what is not of that form is no choice. */
export function readColumnChoice(text: string): ColumnChoice {
  if (!columnChoiceForm.test(text)) return {}
  const choice: ColumnChoice = {}
  for (const [said] of text.matchAll(new RegExp(part, 'gu'))) {
    const [name = '', ...value] = said.split('=')
    const wanted = value.join('=').trim()
    const column = columnOf.get(name.trim())
    if (column) choice[column] = /^[1-9]\d{0,3}$/.test(wanted) ? Number(wanted) - 1 : wanted
  }
  return choice
}

/** The same choice in text, as {@link readColumnChoice} takes it. */
export const columnChoiceText = (choice: ColumnChoice): string =>
  importColumns.flatMap((column) => {
    const said = choice[column]
    return said === undefined ? [] : [`${keyOfColumn[column]}=${typeof said === 'number' ? said + 1 : said}`]
  }).join(',')
