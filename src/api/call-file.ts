import { type Arguments, callOf } from './call.ts'
import type { Call } from './operations.ts'
import { NetworkError } from './problem-error.ts'
import { answerTo } from './request.ts'

/** Does one operation whose answer is a file. Throws what `request` throws, also when the answer is cut off. */
export async function callFile<Name extends Call>(name: Name, ...[given]: Arguments<Name>): Promise<Blob> {
  const { address, options } = callOf(name, given)
  const answer = await answerTo(address, options)
  return answer.blob().catch((error: unknown) => {
    throw new NetworkError(error)
  })
}
