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
  /** Whether the host sends mail; otherwise whoever hands a message over sends it with their own program. */
  sendsMail: z.boolean(),
  /** Whether what time alone does waits until whoever runs the portal has confirmed its clock. */
  isClockHeld: z.boolean(),
  /** What the policy of the organization's cloud says at this moment. */
  policy: CloudPolicy,
})
export type Session = z.infer<typeof Session>

/** A demo persona that can be signed in as; `persona` is what POST /api/session takes. */
export const Persona = Session.omit({ sendsMail: true, isClockHeld: true, policy: true }).extend({ persona: z.string() })
export type Persona = z.infer<typeof Persona>

/** POST /api/session, for the demo. */
export const SignIn = z.object({ persona: z.string().min(1).max(100) }).strict()
