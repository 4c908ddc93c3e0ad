import type { LegacyEncoding } from '../../../../domain/customers/list-encodings.ts'
import type { ImportReport, ListQuestion } from '../../../../domain/customers/schemas.ts'
import { isProblem } from '../../../api/problem-error.ts'
import { createJobStates, type Job } from '../../../ui/job/job-states.ts'
import type { FileRefusal } from './import-file.ts'

export type ColumnsQuestion = NonNullable<ListQuestion['columns']>

/**
 * A file and its person's choices at the time of choosing: the import uses exactly what was checked. Columns are positions, with the
 * question that they answer.
 */
export type ChosenFile = {
  name: string
  content: Blob
  encoding?: LegacyEncoding
  columns?: { said: string; question: ColumnsQuestion }
}

/** Before the check: the file, a repeated question about it, or why a file was refused. */
type ImportDraft = { file?: ChosenFile; question?: ListQuestion; refusal?: { file: string; why: FileRefusal } }

/** An import; the file is its one row, with the dry run's report. */
export type ImportJob = Job<ImportDraft, ChosenFile & { dry: ImportReport }, ImportReport>

/** Without the import's code, so that the customer list can show it cheaply. */
export const states = createJobStates<ImportJob['draft'], ImportJob['rows'][number], ImportReport>()

const nothing = (): ImportDraft => ({})

export const useImportJob = (person: string): ImportJob => states.useJob(person, nothing)

/** The server's question about the file before the check. */
export const questionOf = ({ draft, error }: ImportJob): ListQuestion | undefined =>
  draft.question ?? (isProblem(error) ? error.problem.list : undefined)

export function importStep(job: ImportJob) {
  if (job.step === 'draft') return questionOf(job) ? 'asked' : job.error === undefined ? 'choose' : 'failed'
  return job.step === 'stopped' ? 'failed' : job.step
}
