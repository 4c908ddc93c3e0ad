import type { ImportReport } from '../../../domain/customers/schemas.ts'
import { personNow } from '../../api/kept-work.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { requestLines } from '../../api/request-lines.ts'
import { request } from '../../api/request.ts'
import { type Run, whileWorking } from '../../ui/person-job.ts'
import { keepColumns, keptColumns } from './import-columns-kept.ts'
import { refusalOfFile } from './import-file.ts'
import type { FileRefusal } from './import-file.ts'
import { type ChosenFile, type ColumnsQuestion, type ImportJob, jobs } from './import-state.ts'

type Line = { done: number; total: number } | ImportReport

const path = '/customers/import'
const sending = ({ content, encoding, columns }: ChosenFile, dryRun: boolean, signal: AbortSignal) => ({
  method: 'POST', query: { dryRun, encoding, columns: columns?.said }, body: content, headers: { 'Content-Type': 'text/csv' }, signal,
} as const)

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
