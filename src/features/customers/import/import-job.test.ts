import { beforeEach, expect, it, vi } from 'vitest'
import { forgetWork, forgetWorkOfOthers } from '../../../api/tabs/kept-work.ts'
import { checkImport, chooseFile, resetImport, runImport } from './import-job.ts'
import { useImportJob } from './import-state.ts'

vi.mock('react', () => ({ useSyncExternalStore: (_: unknown, read: () => unknown) => read() }))

const [ann, bob] = ['ann@contoso', 'bob@fabrikam']
const report = {
  total: 1, created: 1, updated: 0, unchanged: 0, rejected: [], ranges: [], notices: [], lines: { total: 2, header: 1, blank: 0 },
}
let lines: (() => Promise<string>)[]

/** A file whose bytes arrive on demand. */
function file(name: string) {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => { open = resolve })
  const bytes = () => opened.then(() => new TextEncoder().encode('Microsoft ID').buffer)
  return { open, given: { name, size: 12, slice: () => ({ arrayBuffer: bytes }), arrayBuffer: bytes } as unknown as File }
}

beforeEach(() => {
  vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined })
  vi.stubGlobal('fetch', async (url: string, { signal }: { signal: AbortSignal }) => {
    signal.throwIfAborted()
    if (url.includes('dryRun=true')) return Response.json(report)
    return new Response(new ReadableStream({
      async pull(stream) {
        const next = lines.shift()
        if (next) stream.enqueue(new TextEncoder().encode(`${await next()}\n`))
        else stream.close()
      },
    }))
  })
  forgetWork(ann)
  forgetWorkOfOthers(ann)
})

it('the file that was chosen last counts, however slow the first is', async () => {
  const [slow, quick] = [file('slow.csv'), file('quick.csv')]
  const first = chooseFile(slow.given)
  const second = chooseFile(quick.given)
  quick.open()
  await second
  slow.open()
  await first
  expect(useImportJob(ann)).toMatchObject({ step: 'checked', draft: { file: { name: 'quick.csv' } } })
})

it.each([
  ['is given up', () => resetImport()],
  ['another person signs in', () => forgetWorkOfOthers(bob)],
])('a file that is read while the import %s is nobody’s', async (_what, happens) => {
  const { given, open } = file('late.csv')
  const choosing = chooseFile(given)
  happens()
  open()
  await choosing
  expect([useImportJob(ann), useImportJob(bob)]).toMatchObject([{ step: 'draft', draft: {} }, { step: 'draft', draft: {} }])
})

it('lines that still come in when it is given up are not shown', async () => {
  lines = [async () => JSON.stringify({ done: 1, total: 2 }), async () => {
    resetImport()
    return `${JSON.stringify({ done: 2, total: 2 })}\n${JSON.stringify(report)}`
  }]
  await checkImport({ name: 'a.csv', content: new Blob(['x']) })
  await runImport(useImportJob(ann), () => undefined)
  expect(useImportJob(ann)).toMatchObject({ step: 'draft', draft: {}, rows: [] })
})
