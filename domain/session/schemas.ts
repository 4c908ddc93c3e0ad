import { z } from 'zod'
import { CloudPolicy } from '../clouds/schemas.ts'
import { Organization } from '../organizations/schemas.ts'
import { roles } from './roles.ts'
import { locales } from './locales.ts'

export const User = z.object({
  id: z.uuid(),
  displayName: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  locale: z.enum(locales),
})
export type User = z.infer<typeof User>

/** GET /api/session: the wire form of an Actor. */
export const Session = z.object({
  user: User,
  organization: Organization,
  /** Whether the host sends mail; otherwise people send messages with their own program. */
  sendsMail: z.boolean(),
  /** Whether time-driven work waits until the operator has confirmed the portal's clock. */
  isClockHeld: z.boolean(),
  /** The present policy of the organization's cloud. */
  policy: CloudPolicy,
})
export type Session = z.infer<typeof Session>

/** A demo persona for POST /api/session. */
export const Persona = Session.omit({ sendsMail: true, isClockHeld: true, policy: true }).extend({ persona: z.string() })
export type Persona = z.infer<typeof Persona>

/** POST /api/session, for the demo. */
export const SignIn = z.object({ persona: z.string().min(1).max(100) }).strict()
