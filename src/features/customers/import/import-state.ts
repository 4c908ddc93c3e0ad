import type { LegacyEncoding } from '../../../../domain/customers/list-encodings.ts'
import type { ImportReport, ListQuestion } from '../../../../domain/customers/schemas.ts'
import { isProblem } from '../../../api/problem-error.ts'
import { createJobStates, type Job } from '../../../ui/job/job-states.ts'
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

/** Before it is checked: the file, a question about it that is asked again, or why one was not taken. */
type ImportDraft = { file?: ChosenFile; question?: ListQuestion; refusal?: { file: string; why: FileRefusal } }

/** An import from choosing a file to its report; the file is its one row, with what the check said. */
export type ImportJob = Job<ImportDraft, ChosenFile & { dry: ImportReport }, ImportReport>

/** Written by what the import page does; the customer list, which only tells of it, does not load that. */
export const states = createJobStates<ImportJob['draft'], ImportJob['rows'][number], ImportReport>()

const nothing = (): ImportDraft => ({})

export const useImportJob = (person: string): ImportJob => states.useJob(person, nothing)

/** What the server asks of the file before it can be checked. */
export const questionOf = ({ draft, error }: ImportJob): ListQuestion | undefined =>
  draft.question ?? (isProblem(error) ? error.problem.list : undefined)

/** As the import is shown. */
export function importStep(job: ImportJob) {
  if (job.step === 'draft') return questionOf(job) ? 'asked' : job.error === undefined ? 'choose' : 'failed'
  return job.step === 'stopped' ? 'failed' : job.step
}
