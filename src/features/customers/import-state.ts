import type { LegacyEncoding } from '../../../domain/customers/list-encodings.ts'
import type { ImportReport, ListQuestion } from '../../../domain/customers/schemas.ts'
import { createPersonJob } from '../../ui/person-job.ts'
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

const start: ImportJob = { step: 'choose' }

/** Written by what the import page does; the customer list, which only tells of it, does not load that. */
export const jobs = createPersonJob<ImportJob>()

/** The person's import, whatever page it was begun on; another person who signs in finds none. */
export const useImportJob = (person: string): ImportJob => jobs.useJob(person, () => start)
