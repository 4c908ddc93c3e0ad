import type { ImportReport } from '../../../../domain/customers/schemas.ts'
import { personNow } from '../../../api/tabs/kept-work.ts'
import { ProblemError } from '../../../api/problem-error.ts'
import { requestLines } from '../../../api/request-lines.ts'
import { request } from '../../../api/request.ts'
import { createJob } from '../../../ui/job/create-job.ts'
import { draftOf } from '../../../ui/job/job-states.ts'
import { keepColumns, keptColumns } from './import-columns-kept.ts'
import { type FileRefusal, refusalOfFile } from './import-file.ts'
import { type ChosenFile, type ColumnsQuestion, type ImportJob, states } from './import-state.ts'

type Line = { done: number; total: number } | ImportReport

const path = '/customers/import'
const sending = ({ content, encoding, columns }: ChosenFile, dryRun: boolean, signal: AbortSignal) => ({
  method: 'POST', query: { dryRun, encoding, columns: columns?.said }, body: content, headers: { 'Content-Type': 'text/csv' }, signal,
} as const)

const jobs = createJob(states, {
  size: 1,
  idOf: ({ name }) => name,
  isOpen: () => true,
  call: async (files, _job, { dryRun, signal, show }) => Promise.all(files.map(async (file) => {
    if (dryRun) return [file.name, file.dry] as const
    show(0, file.dry.total)
    let report: ImportReport | undefined
    for await (const line of requestLines<Line>(path, sending(file, false, signal))) {
      if ('done' in line) show(line.done, line.total)
      else report = line
    }
    if (!report) throw new Error('The answer ended before its report')
    return [file.name, report] as const
  })),
})

export const resetImport = jobs.reset

/** Reads and keeps the file, then asks the server for a dry run. The last chosen file counts. */
export async function chooseFile(file: File): Promise<void> {
  const { put, signal } = jobs.begin()
  const chosen = await keptFile(file)
  if (typeof chosen === 'string') put(draftOf({ refusal: { file: file.name, why: chosen } }))
  else if (!signal.aborted) await checkImport(chosen)
}

async function keptFile(file: File): Promise<ChosenFile | FileRefusal> {
  try {
    return (await refusalOfFile(file)) ?? { name: file.name, content: new Blob([await file.arrayBuffer()]) }
  } catch {
    return 'unreadable'
  }
}

/** Dry-runs the import of the file. */
export const checkImport = (file: ChosenFile): Promise<void> => jobs.check({ file }, async ({ signal }) => [await checked(file, signal)])

/** The person's earlier choice of columns is not asked for again. */
async function checked(file: ChosenFile, signal: AbortSignal): Promise<ImportJob['rows'][number]> {
  try {
    return { ...file, dry: await request<ImportReport>(path, sending(file, true, signal)) }
  } catch (error) {
    const question = error instanceof ProblemError ? error.problem.list?.columns : undefined
    const said = question && !file.columns && keptColumns(personNow(), question)
    if (!said || signal.aborted) throw error
    return checked({ ...file, columns: { said, question } }, signal)
  }
}

/** Continues with the chosen columns, and keeps them for files with the same header. */
export function checkWithColumns(file: ChosenFile, question: ColumnsQuestion, said: string): Promise<void> {
  keepColumns(personNow(), question, said)
  return checkImport({ ...file, columns: { said, question } })
}

export const askColumns = (file: ChosenFile, columns: ColumnsQuestion): void => jobs.write({ file, question: { columns } })

/** Imports the file with progress; calls `onChanged` whenever rows may have been written, even on failure. */
export const runImport = jobs.run
