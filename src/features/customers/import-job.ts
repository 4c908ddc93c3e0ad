import { useSyncExternalStore } from 'react'
import type { ImportReport } from '../../../domain/customers/schemas.ts'
import { onWorkForgotten } from '../../api/kept-work.ts'
import { requestLines } from '../../api/request-lines.ts'
import { request } from '../../api/request.ts'
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

let job: ImportJob = start
let owner: string | undefined
let running: AbortController | undefined
const listeners = new Set<() => void>()

function put(next: ImportJob): void {
  job = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const warnOfLeaving = (event: BeforeUnloadEvent) => event.preventDefault()

/** The person's import, whatever page it was begun on; another person who signs in finds none. */
export function useImportJob(person: string): ImportJob {
  const current = useSyncExternalStore(subscribe, () => job)
  return owner === person ? current : start
}

/** Back to choosing a file; what runs is given up. */
export function resetImport(): void {
  running?.abort()
  put(start)
}

onWorkForgotten((isTheirs) => {
  if (owner && isTheirs(owner)) resetImport()
})

/** Looks at the file here and keeps it, then asks the server what importing it would change. */
export async function chooseFile(person: string, file: File): Promise<void> {
  running?.abort()
  owner = person
  const chosen = await keptFile(file)
  if (typeof chosen === 'string') put({ step: 'choose', refusal: { file: file.name, why: chosen } })
  else await checkImport(chosen)
}

async function keptFile(file: File): Promise<ChosenFile | FileRefusal> {
  try {
    return (await refusalOfFile(file)) ?? { name: file.name, content: new Blob([await file.arrayBuffer()]) }
  } catch {
    return 'unreadable'
  }
}

/** Asks the server what importing the file would change; nothing is changed yet. */
export async function checkImport(file: ChosenFile): Promise<void> {
  const own = (running = new AbortController())
  put({ step: 'checking', file })
  try {
    const options = { method: 'POST', query: { dryRun: true }, body: file.content, headers, signal: own.signal } as const
    const report = await request<ImportReport>(path, options)
    if (running === own) put({ step: 'checked', file, report })
  } catch (error) {
    if (!own.signal.aborted) put({ step: 'failed', file, during: 'checking', error })
  }
}

/** Imports the file, telling how far it is; `onChanged` is called whenever rows may have been written, also when it then failed. */
export async function runImport(file: ChosenFile, rows: number, onChanged: () => void): Promise<void> {
  const own = (running = new AbortController())
  put({ step: 'importing', file, done: 0, total: rows })
  window.addEventListener('beforeunload', warnOfLeaving)
  try {
    let report: ImportReport | undefined
    const options = { method: 'POST', query: { dryRun: false }, body: file.content, headers, signal: own.signal } as const
    for await (const line of requestLines<Line>(path, options)) {
      if ('done' in line) put({ step: 'importing', file, done: line.done, total: line.total })
      else report = line
    }
    if (!report) throw new Error('The answer ended before its report')
    if (running === own) put({ step: 'imported', file, report })
  } catch (error) {
    if (!own.signal.aborted) put({ step: 'failed', file, during: 'importing', error })
  } finally {
    window.removeEventListener('beforeunload', warnOfLeaving)
    onChanged()
  }
}
