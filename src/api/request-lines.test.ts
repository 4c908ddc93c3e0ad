import { expect, it } from 'vitest'
import { NetworkError, ProblemError } from './problem-error.ts'
import { linesOf } from './request-lines.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function bodyOf(pieces: Uint8Array<ArrayBuffer>[], end?: Error): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    pull(controller) {
      const piece = pieces.shift()
      if (piece) controller.enqueue(piece)
      else if (end) controller.error(end)
      else controller.close()
    },
  })
}

async function read(body: ReadableStream<Uint8Array<ArrayBuffer>>, signal?: AbortSignal) {
  const lines: unknown[] = []
  for await (const line of linesOf(body, signal)) lines.push(line)
  return lines
}

it.each([
  ['a line a piece', ['{"done":1}\n', '{"done":2}\n'], [{ done: 1 }, { done: 2 }]],
  ['two lines and a half in one piece', ['{"done":1}\n{"done":2}\n{"do', 'ne":3}\n'], [{ done: 1 }, { done: 2 }, { done: 3 }]],
  ['a last line without its end', ['{"done":1}\n{"total":1}'], [{ done: 1 }, { total: 1 }]],
  ['blank lines between', ['{"done":1}\n\n', '\n{"done":2}\n'], [{ done: 1 }, { done: 2 }]],
  ['nothing', [], []],
])('%s', async (_name, pieces, expected) => {
  expect(await read(bodyOf(pieces.map(bytes)))).toEqual(expected)
})

it('keeps a letter whole that comes in two pieces', async () => {
  const whole = bytes('{"name":"한"}\n')
  expect(await read(bodyOf([whole.slice(0, 10), whole.slice(10)]))).toEqual([{ name: '한' }])
})

it('throws a line that is a problem', async () => {
  const problem = { type: 'about:blank', title: 't', detail: 'd', status: 503, code: 'store.unavailable', requestId: 'r' }
  const reading = read(bodyOf([bytes(`{"done":1}\n${JSON.stringify(problem)}\n`)]))
  await expect(reading).rejects.toBeInstanceOf(ProblemError)
  await expect(reading).rejects.toMatchObject({ problem })
})

it('tells a cut connection from an answer', async () => {
  await expect(read(bodyOf([bytes('{"done":1}\n')], new TypeError('cut')))).rejects.toBeInstanceOf(NetworkError)
})

it('lets an abort through', async () => {
  const abort = new AbortController()
  abort.abort()
  await expect(read(bodyOf([], new DOMException('aborted', 'AbortError')), abort.signal)).rejects.toMatchObject({ name: 'AbortError' })
})
