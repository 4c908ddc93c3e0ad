import { z } from 'zod'
import type { ProblemCode } from '../../../domain/problem-codes.ts'
import type { Ports } from '../ports.ts'
import { newSessionToken, randomUuid, seal, sha256, signInSecretOf, unseal } from '../secrets.ts'
import type { SignInSecrets } from './identity-providers.ts'

const minute = 60_000

/** How long a sign-in may take from beginning to callback, in milliseconds. */
export const attemptLifetime = 15 * minute

/** A longer address is no page's. */
export const longestReturnTo = 2_000

/**
 * A sign-in under way. It travels as the sealed `state`, so that a beginning leaves no row, any process can take the callback, and nobody
 * on the way reads where the person wants to go.
 */
const Attempt = z.object({
  id: z.uuid(), issuer: z.string(), returnTo: z.string(), browser: z.string(), isStepUp: z.boolean(), at: z.number(),
})
export type Attempt = z.infer<typeof Attempt>

/** What went wrong, for the sign-in page of the same browser. */
const Failure = z.object({
  id: z.uuid(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), issuer: z.string(),
  returnTo: z.string(), browser: z.string(), at: z.number(),
})
export type Failure = Omit<z.infer<typeof Failure>, 'code'> & { code: ProblemCode }

type Sealing = Pick<Ports, 'secret'>

/** Starts an attempt of the browser that gets `browserToken`. */
export async function beginAttempt(
  { secret, now }: Pick<Ports, 'secret' | 'now'>, asked: Pick<Attempt, 'issuer' | 'returnTo' | 'isStepUp'>,
): Promise<{ attempt: Attempt; browserToken: string; secrets: SignInSecrets }> {
  const browserToken = newSessionToken()
  const attempt: Attempt = { ...asked, id: randomUuid(), browser: await sha256(browserToken), at: now().getTime() }
  return { attempt, browserToken, secrets: await secretsOf({ secret }, attempt, await seal(secret, 'sign-in', JSON.stringify(attempt))) }
}

/** Reads an attempt from its state; undefined for what this portal has not sealed. */
export async function attemptOf({ secret }: Sealing, state: string): Promise<Attempt | undefined> {
  const text = await unseal(secret, 'sign-in', state)
  return text === undefined ? undefined : Attempt.parse(JSON.parse(text))
}

export const secretsOf = async ({ secret }: Sealing, { id }: Attempt, state: string): Promise<SignInSecrets> => ({
  state, nonce: await signInSecretOf(secret, 'nonce', id), verifier: await signInSecretOf(secret, 'verifier', id),
})

export const sealFailure = ({ secret }: Sealing, failure: Failure): Promise<string> =>
  seal(secret, 'sign-in-failure', JSON.stringify(failure))

/** Reads a failure of this browser; undefined for another's, and for an old one. */
export async function failureOf(
  { secret, now, browser }: Pick<Ports, 'secret' | 'now' | 'browser'>, sealed: string, request: Request,
): Promise<Failure | undefined> {
  const text = await unseal(secret, 'sign-in-failure', sealed)
  if (text === undefined) return undefined
  const failure = Failure.parse(JSON.parse(text)) as Failure
  const isOwn = failure.browser === '' || failure.browser === (await sha256(browser?.read(request, failure.id) ?? ''))
  return isOwn && now().getTime() - failure.at < attemptLifetime ? failure : undefined
}
