import type { CloudPolicies } from '../../domain/clouds/dated-policies.ts'
import type { Store } from '../store/store.ts'

/** What a host fills in; everything else about the API is the same on every host. */
export type Ports = {
  store: Store
  /** Where links begin, no trailing slash: `https://portal.example`. */
  publicUrl: string
  /** At least 32 bytes; links are derived from it, so it must outlive the process. */
  secret: string
  now: () => Date
  /** Whether what time alone does may be done; always, where it is absent. */
  isTimeTrusted?: (() => boolean) | undefined
  /** UUIDv7. */
  newId: () => string
  /** Resolves when everything else that waits in this thread has had its turn; long work asks for it again and again. */
  turn: () => Promise<void>
  /** Carries the session token between browser and API: a cookie on a server, the page's own storage in the browser. */
  session: {
    read(request: Request): string | undefined
    /** Headers for the response that starts or ends a session. */
    start(token: string, expiresAt: Date): Headers
    end(): Headers
  }
  /** Whether personas may be signed in as. */
  demo: boolean
  /** Whether mails leave this host. Without it nothing is put into the outbox, and no screen says that anything was sent. */
  sendsMail: boolean
  /** What each cloud's policy is; a table that contradicts itself is refused at start. Read through `policyOf` alone. */
  policies: CloudPolicies
  /** Told of every failure that nobody expected; the caller only gets the request id. */
  reportFailure?: ((error: unknown, requestId: string) => void) | undefined
}

/** As a host fills them in: without policies of its own it has the built-in ones. */
export type HostPorts = Omit<Ports, 'policies'> & Partial<Pick<Ports, 'policies'>>
