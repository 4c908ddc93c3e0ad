import { setTimeout as pause } from 'node:timers/promises'

type Answered = { status: number; code: string | undefined; retryAfter: string | null; milliseconds: number }

const longestWait = 40_000

const draft = { delivery: 'direct', reusable: false, includeDap: false, language: 'en', expiresInDays: 30 }

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ persona: 'provider.sales' }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Writers that make invitations with notes of their own until told to stop. They resend under the same key whatever was not accepted. */
export async function startWriters(url: string, count = 8) {
  const cookie = await signIn(url)
  const stopping = new AbortController()
  const answers: Answered[] = []
  const acknowledged = new Map<string, string>()
  let failure: unknown
  const running = Array.from({ length: count }, (_, writer) => work(writer).catch((error: unknown) => { failure ??= error }))

  async function work(writer: number): Promise<void> {
    for (let number = 1; !stopping.signal.aborted; number += 1) await makeOne(`writer ${writer}, number ${number}`)
  }

  /** Throws what a writer threw, or a time-out. */
  async function until(enough: () => boolean): Promise<void> {
    const begun = performance.now()
    while (!enough()) {
      if (failure !== undefined) throw failure
      if (performance.now() - begun > longestWait) throw new Error('The portal hangs, or the fault is not felt')
      await pause(20)
    }
  }

  async function makeOne(note: string): Promise<void> {
    const key = crypto.randomUUID()
    while (!stopping.signal.aborted) {
      const begun = performance.now()
      const answer = await fetch(`${url}/api/invitations`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Cookie: cookie, 'Idempotency-Key': key },
        body: JSON.stringify({ ...draft, note }),
        signal: AbortSignal.timeout(60_000),
      })
      const { id, code } = (await answer.json()) as { id?: string; code?: string }
      const retryAfter = answer.headers.get('Retry-After')
      answers.push({ status: answer.status, code, retryAfter, milliseconds: performance.now() - begun })
      if (answer.status === 201 && id !== undefined) {
        acknowledged.set(note, id)
        await pause(20)
        return
      }
      await pause(200)
    }
  }

  return {
    cookie,
    answers,
    /** The acknowledged invitation for each note. */
    acknowledged,
    /** Resolves after this many further successes. */
    async further(wanted: number): Promise<void> {
      const enough = acknowledged.size + wanted
      await until(() => acknowledged.size >= enough)
    },
    /** Resolves after this many further refusals. */
    async refused(wanted: number): Promise<void> {
      const refusals = () => answers.filter(({ status }) => status !== 201).length
      const enough = refusals() + wanted
      await until(() => refusals() >= enough)
    },
    async stop(): Promise<void> {
      stopping.abort()
      await Promise.all(running)
      if (failure !== undefined) throw failure
    },
  }
}
