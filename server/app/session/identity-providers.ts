import type { Cloud } from '../../../domain/organizations/kinds.ts'
import type { IdentityClaims } from '../../../domain/session/schemas.ts'
import type { ProblemCode } from '../../../domain/problem-codes.ts'
import type { Params } from '../words/words.ts'

/** A sign-in that did not succeed. Its message, for the operator's log, holds no token and no code. */
export class SignInRefused extends Error {
  readonly code: ProblemCode
  readonly params: Params

  constructor(code: ProblemCode, why: string, params: Params = {}) {
    super(why)
    this.code = code
    this.params = params
  }
}

/** What ties the callback to its beginning. */
export type SignInSecrets = { state: string; nonce: string; verifier: string }

type Asked = SignInSecrets & {
  /** Seconds since the last proof of who the person is; undefined where any will do. */
  maxAge: number | undefined
  /** Whether to offer other accounts than the one in use. */
  offersOthers: boolean
  /** The account to offer first. */
  account: string | undefined
  language: string
}

/** Checked claims, and what else came with them. */
export type Entered = {
  claims: IdentityClaims
  /** The directory that the provider speaks for; undefined when it names none. */
  tenantId: string | undefined
  /** Seconds since 1970 (`auth_time`). */
  authTime: number | undefined
  /** The provider's own session (`sid`). */
  session: string | undefined
  refreshToken: string | undefined
}

/** One OpenID Connect provider. Every call may throw {@link SignInRefused}, such as `sign_in.issuer_away`. */
export type IdentityProvider = {
  /** Its name in the settings. */
  id: string
  name: string
  /** It speaks for organisations of this cloud alone. */
  cloud: Cloud
  /** Where to send the browser. */
  begin(asked: Asked): Promise<URL>
  /** Redeems the callback's code. `query` is the callback's, with its question mark. */
  finish(query: string, expected: SignInSecrets & { maxAge: number | undefined }): Promise<Entered>
  /** Reads the person again; undefined when the provider has ended the sign-in. */
  refresh(refreshToken: string, subject: string): Promise<Pick<Entered, 'claims' | 'tenantId' | 'refreshToken'> | undefined>
  /** Reads a logout token; undefined for one that is not of this provider. Throws {@link SignInRefused} for a forged one. */
  loggedOut(token: string): Promise<{ session?: string; subject?: string; at: string } | undefined>
}

/** What a process tells its operator of sign-ins. */
export type SignInReport = { outcome: string; issuer: string; organizationId?: string; userId?: string; why?: string; requestId: string }

export type IdentityProviders = {
  all: readonly IdentityProvider[]
  report: (report: SignInReport) => void
}
