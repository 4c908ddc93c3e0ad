import type { CloudPolicies } from '../../domain/clouds/dated-policies.ts'
import type { GivenLogo, LogoFault } from '../../domain/organizations/logo.ts'
import type { Sending } from '../../domain/webhooks/schemas.ts'
import type { Store } from '../store/store.ts'
import type { IdentityProviders } from './session/identity-providers.ts'

/** What a host provides; the rest of the API is the same everywhere. */
export type Ports = {
  store: Store
  /** The links' base, without a trailing slash: `https://portal.example`. */
  publicUrl: string
  /** At least 32 bytes; links derive from it, so it must outlive the process. */
  secret: string
  now: () => Date
  /** Whether time-driven work may run; absent: always. */
  isTimeTrusted?: (() => boolean) | undefined
  /** UUIDv7. */
  newId: () => string
  /** Resolves after everything else that waits in this thread; long work awaits it repeatedly. */
  turn: () => Promise<void>
  /** Takes work that no answer waits for; the host lets it end before it closes the store. */
  meanwhile: (work: Promise<void>) => void
  /** Carries the session token: in a cookie, or in the page's storage in the demo. */
  session: {
    read(request: Request): string | undefined
    /** Headers for the response that starts or ends a session. */
    start(token: string, expiresAt: Date): Headers
    end(): Headers
  }
  /** Whether demo personas may sign in. */
  demo: boolean
  /** Whether others than people at this machine can reach the demo. */
  isDemoOpen?: boolean | undefined
  /** Absent: nobody but personas can sign in. */
  identity?: IdentityProviders | undefined
  /** Ties a sign-in to the browser that began it: a cookie of its own, so that tabs do not meet. Needed with `identity`. */
  browser?:
    | { read(request: Request, signInId: string): string | undefined; start(signInId: string, token: string): Headers }
    | undefined
  /** Where a request comes from, as far as the host knows. */
  addressOf?: ((request: Request) => string | undefined) | undefined
  /** Whether this host sends mail. Without it the outbox stays empty, and no screen says that anything was sent. */
  sendsMail: boolean
  /** To whom this host sends webhooks; absent: to nobody. */
  sendsWebhooks?: Sending | undefined
  /**
   * The TXT records of a name in DNS, each in one piece; `unreachable` when DNS does not tell. Absent where a host cannot ask, such as a
   * page.
   */
  findTxt?: ((name: string) => Promise<readonly string[] | 'unreachable'>) | undefined
  /**
   * Draws a picture anew as a PNG that is at most `keptLogo`, with nothing of the original in it, or says why it cannot. Takes its time,
   * in a place where nothing else waits for it or ends with it; `busy` while others are drawn.
   */
  redrawLogo: (given: GivenLogo) => Promise<Uint8Array | LogoFault | 'busy'>
  /** Each cloud's policy; a contradictory table is refused at start. Read it through `policyOf`. */
  policies: CloudPolicies
  /** Gets every unexpected failure; the caller gets only the request id. */
  reportFailure?: ((error: unknown, requestId: string) => void) | undefined
}

/** The built-in policies apply unless a host gives its own. */
export type HostPorts = Omit<Ports, 'policies'> & Partial<Pick<Ports, 'policies'>>
