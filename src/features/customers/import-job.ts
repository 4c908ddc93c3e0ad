import type { ImportReport } from '../../../domain/customers/schemas.ts'
import { requestLines } from '../../api/request-lines.ts'
import { request } from '../../api/request.ts'
import { createPersonJob, type Run, whileWorking } from '../../ui/person-job.ts'
import { refusalOfFile } from './import-file.ts'
import type { FileRefusal } from './import-file.ts'

/** A file as it was when it was chosen: what is imported is what was checked, whatever becomes of the file in the meantime. */
export type ChosenFile = { name: string; content: Blob }

/** An import from choosing a file to its report. It belongs to one person and outlives the page it is shown on. */
export type ImportJob =
  | { step: 'choose'; refusal?: { file: string; why: FileRefusal } }
  | { step: 'checking'; file: ChosenFile }
  | { step: 'checked'; file: ChosenFile; report: ImportReport }
  | { step: 'importing'; file: ChosenFile; done: number; total: number }
  | { step: 'imported'; file: ChosenFile; report: ImportReport }
  | { step: 'failed'; file: ChosenFile; during: 'checking' | 'importing'; error: unknown }

type Line = { done: number; total: number } | ImportReport

const start: ImportJob = { step: 'choose' }
const path = '/customers/import'
const headers = { 'Content-Type': 'text/csv' }

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

async function check({ put, signal }: Run<ImportJob>, file: ChosenFile): Promise<void> {
  put({ step: 'checking', file })
  try {
    const options = { method: 'POST', query: { dryRun: true }, body: file.content, headers, signal } as const
    put({ step: 'checked', file, report: await request<ImportReport>(path, options) })
  } catch (error) {
    put({ step: 'failed', file, during: 'checking', error })
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
  const options = { method: 'POST', query: { dryRun: false }, body: file.content, headers, signal } as const
  for await (const line of requestLines<Line>(path, options)) {
    if ('done' in line) put({ step: 'importing', file, done: line.done, total: line.total })
    else report = line
  }
  if (!report) throw new Error('The answer ended before its report')
  return report
}
