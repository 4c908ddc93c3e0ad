import type { LegacyEncoding } from '../../../domain/customers/list-encodings.ts'
import type { ListQuestion } from '../../../domain/customers/schemas.ts'
import type { ImportReport } from '../../../domain/customers/schemas.ts'
import { personNow } from '../../api/kept-work.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { requestLines } from '../../api/request-lines.ts'
import { request } from '../../api/request.ts'
import { createPersonJob, type Run, whileWorking } from '../../ui/person-job.ts'
import { keepColumns, keptColumns } from './import-columns-kept.ts'
import { refusalOfFile } from './import-file.ts'
import type { FileRefusal } from './import-file.ts'

export type ColumnsQuestion = NonNullable<ListQuestion['columns']>

/**
 * A file as it was when it was chosen, and what its person said of it: what is imported is what was checked, whatever becomes of the file
 * in the meantime. The columns are positions, as the API takes them, beside the question that they answer.
 */
export type ChosenFile = {
  name: string
  content: Blob
  encoding?: LegacyEncoding
  columns?: { said: string; question: ColumnsQuestion }
}

/** An import from choosing a file to its report. It belongs to one person and outlives the page it is shown on. */
export type ImportJob =
  | { step: 'choose'; refusal?: { file: string; why: FileRefusal } }
  | { step: 'checking'; file: ChosenFile }
  | { step: 'asked'; file: ChosenFile; question: ListQuestion }
  | { step: 'checked'; file: ChosenFile; report: ImportReport }
  | { step: 'importing'; file: ChosenFile; done: number; total: number }
  | { step: 'imported'; file: ChosenFile; report: ImportReport }
  | { step: 'failed'; file: ChosenFile; during: 'checking' | 'importing'; error: unknown }

type Line = { done: number; total: number } | ImportReport

const start: ImportJob = { step: 'choose' }
const path = '/customers/import'
const sending = ({ content, encoding, columns }: ChosenFile, dryRun: boolean, signal: AbortSignal) => ({
  method: 'POST', query: { dryRun, encoding, columns: columns?.said }, body: content, headers: { 'Content-Type': 'text/csv' }, signal,
} as const)

const jobs = createPersonJob<ImportJob>()

/** The person's import, whatever page it was begun on; another person who signs in finds none. */
export const useImportJob = (person: string): ImportJob => jobs.useJob(person, () => start)

/** Back to choosing a file; what runs is given up. */
export const resetImport = jobs.reset

/** Looks at the file here and keeps it, then asks the server what importing it would change. The file that was chosen last counts. */
export async function chooseFile(file: File): Promise<void> {
  const run = jobs.begin()
  const chosen = await keptFile(file)
  if (typeof chosen === 'string') run.put({ step: 'choose', refusal: { file: file.name, why: chosen } })
  else if (!run.signal.aborted) await check(run, chosen)
}

async function keptFile(file: File): Promise<ChosenFile | FileRefusal> {
  try {
    return (await refusalOfFile(file)) ?? { name: file.name, content: new Blob([await file.arrayBuffer()]) }
  } catch {
    return 'unreadable'
  }
}

/** Asks the server what importing the file would change; nothing is changed yet. */
export const checkImport = (file: ChosenFile): Promise<void> => check(jobs.begin(), file)

/** Goes on with the columns that the person chose, and keeps them for files with the same header. */
export function checkWithColumns(file: ChosenFile, question: ColumnsQuestion, said: string): Promise<void> {
  keepColumns(personNow(), question, said)
  return checkImport({ ...file, columns: { said, question } })
}

/** Asks for the columns again. */
export const askColumns = (file: ChosenFile, columns: ColumnsQuestion): void =>
  jobs.write({ step: 'asked', file, question: { columns } })

async function check(run: Run<ImportJob>, file: ChosenFile): Promise<void> {
  const { put, signal } = run
  put({ step: 'checking', file })
  try {
    put({ step: 'checked', file, report: await request<ImportReport>(path, sending(file, true, signal)) })
  } catch (error) {
    const question = error instanceof ProblemError ? error.problem.list : undefined
    const said = question?.columns && !file.columns && keptColumns(personNow(), question.columns)
    if (said && question.columns && !signal.aborted) await check(run, { ...file, columns: { said, question: question.columns } })
    else if (question) put({ step: 'asked', file, question })
    else put({ step: 'failed', file, during: 'checking', error })
  }
}

/** Imports the file, telling how far it is; `onChanged` is called whenever rows may have been written, also when it then failed. */
export async function runImport(file: ChosenFile, rows: number, onChanged: () => void): Promise<void> {
  const { put, signal } = jobs.begin()
  put({ step: 'importing', file, done: 0, total: rows })
  try {
    put({ step: 'imported', file, report: await whileWorking(() => imported(file, signal, put)) })
  } catch (error) {
    put({ step: 'failed', file, during: 'importing', error })
  } finally {
    onChanged()
  }
}

async function imported(file: ChosenFile, signal: AbortSignal, put: Run<ImportJob>['put']): Promise<ImportReport> {
  let report: ImportReport | undefined
  for await (const line of requestLines<Line>(path, sending(file, false, signal))) {
    if ('done' in line) put({ step: 'importing', file, done: line.done, total: line.total })
    else report = line
  }
  if (!report) throw new Error('The answer ended before its report')
  return report
}
