import type { LegacyEncoding } from '../../../domain/customers/list-encodings.ts'
import { type DecodedFile, type FileRefusal, fileOf } from '../files/decoded-file.ts'
import { draftOf, type JobStates } from './job-states.ts'

/** A written list with its refusal, or how its file was read. */
export type ListDraft<List, Refusal> = { list: List; refusal?: Refusal | FileRefusal; decoded?: DecodedFile }

/** Reads the list from a file, unless another choice or typing comes first. */
export async function readListFile<List extends { text: string }, Refusal, Row, Outcome>(
  jobs: JobStates<ListDraft<List, Refusal>, Row, Outcome>, file: File, encoding?: LegacyEncoding,
): Promise<void> {
  const { put, signal } = jobs.begin()
  const read = await fileOf(file, encoding)
  const { list } = jobs.now()?.draft ?? {}
  if (signal.aborted || !list) return
  put(draftOf(read.refusal
    ? { list, refusal: read.refusal }
    : { list: { ...list, text: read.text }, ...(read.decoded && { decoded: read.decoded }) }))
}
