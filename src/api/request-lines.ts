import type { Problem } from '../../domain/problem.ts'
import { type Arguments, callOf } from './call.ts'
import type { Call, LineOf } from './operations.ts'
import { NetworkError, ProblemError } from './problem-error.ts'
import { answerTo } from './request.ts'

const isProblemLine = (line: unknown): line is Problem =>
  typeof line === 'object' && line !== null && 'code' in line && 'status' in line && 'requestId' in line

/**
 * Does one operation and gives the answer line by line as it comes (`application/x-ndjson`). Throws what `request` throws, also in the
 * middle of the answer: a {@link ProblemError} for a line that is a problem, a {@link NetworkError} when the connection is cut.
 */
export async function* callLines<Name extends Call>(name: Name, ...given: Arguments<Name>): AsyncGenerator<LineOf<Name>> {
  const { address, options } = callOf(name, given[0])
  const headers = { ...options.headers, Accept: 'application/x-ndjson, application/problem+json' }
  const answer = await answerTo(address, { ...options, headers })
  if (!answer.body) throw new NetworkError(new Error('An answer without a body'))
  yield* linesOf<LineOf<Name>>(answer.body, options.signal)
}

/** Each line as soon as it is whole, whatever pieces it comes in. */
export async function* linesOf<Line>(body: ReadableStream<Uint8Array<ArrayBuffer>>, signal?: AbortSignal): AsyncGenerator<Line> {
  let rest = ''
  for await (const text of piecesOf(body, signal)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim()) yield parsed<Line>(line)
  }
  if (rest.trim()) yield parsed<Line>(rest)
}

function parsed<Line>(text: string): Line {
  const line: unknown = JSON.parse(text)
  if (isProblemLine(line)) throw new ProblemError(line)
  return line as Line
}

async function* piecesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>, signal: AbortSignal | undefined): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } catch (error) {
    if (signal?.aborted) throw error
    throw new NetworkError(error)
  } finally {
    reader.releaseLock()
  }
}
