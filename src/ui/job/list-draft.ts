import type { LegacyEncoding } from '../../../domain/customers/list-encodings.ts'
import { readFileText } from '../files/read-file-text.ts'
import { draftOf, type JobStates } from './job-states.ts'

/** A file that is not Unicode, and the encoding of its shown text. */
export type DecodedFile = { file: File; encoding: LegacyEncoding }

/** Why a file yields no list: a workbook, or no text. */
type FileRefusal = { why: 'file' | 'workbook'; file: string }

/** A written list with its refusal, or how its file was read. */
export type ListDraft<List, Refusal> = { list: List; refusal?: Refusal | FileRefusal; decoded?: DecodedFile }

/** Reads the list from a file, in the chosen encoding if any, unless another choice or typing comes first. */
export async function readListFile<List extends { text: string }, Refusal, Row, Outcome>(
  jobs: JobStates<ListDraft<List, Refusal>, Row, Outcome>, file: File, encoding?: LegacyEncoding,
): Promise<void> {
  const { put, signal } = jobs.begin()
  const read = await readFileText(file, encoding)
  const { list } = jobs.now()?.draft ?? {}
  if (signal.aborted || !list) return
  put(draftOf('refused' in read
    ? { list, refusal: { why: read.refused === 'workbook' ? 'workbook' : 'file', file: file.name } }
    : { list: { ...list, text: read.text }, ...(read.encoding && { decoded: { file, encoding: read.encoding } }) }))
}
