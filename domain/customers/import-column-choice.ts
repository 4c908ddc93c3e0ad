import { type ImportColumn, importColumns, keyOfColumn } from './import-column-names.ts'

/** Somebody's choice of columns: a position from 0, or a name in the header. Columns left out are found by name. */
export type ColumnChoice = Partial<Record<ImportColumn, number | string>>

const columnOf = new Map(importColumns.map((column) => [keyOfColumn[column] as string, column]))

const key = `(?:${[...columnOf.keys()].join('|')})`
const part = `${key} *=(?:(?!, *${key} *=).)+`

/** Positions count from 1; names may hold commas. */
export const columnChoiceForm = new RegExp(`^ *${part}(?:, *${part})*$`, 'u')

/** Reads `id=2,name=Company,domain=3`; ignores text of another form. */
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

/** Writes a choice so that {@link readColumnChoice} reads it. */
export const columnChoiceText = (choice: ColumnChoice): string =>
  importColumns.flatMap((column) => {
    const said = choice[column]
    return said === undefined ? [] : [`${keyOfColumn[column]}=${typeof said === 'number' ? said + 1 : said}`]
  }).join(',')
