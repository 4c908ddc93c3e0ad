import type { Problem } from '../../../domain/problem.ts'

/** Summarises a response: `200`, or `409 acceptance.returned`. */
export const codeOf = async (answer: Response): Promise<string> =>
  answer.ok ? String(answer.status) : `${answer.status} ${((await answer.json()) as Problem).code}`
