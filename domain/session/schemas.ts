import { z } from 'zod'
import { CloudPolicy } from '../clouds/schemas.ts'
import { clouds } from '../organizations/kinds.ts'
import { Country, Organization } from '../organizations/schemas.ts'
import { Line } from '../words-of-others/schemas.ts'
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

/** An identity provider that the sign-in page offers. */
const SignInWay = z.object({ id: z.string(), name: z.string(), cloud: z.enum(clouds) })

/** GET /api/session/ways: how one can sign in here, and why the last try of this browser did not succeed. */
export const SignInWays = z.object({
  issuers: z.array(SignInWay),
  /** Whether demo personas can be signed in as. */
  demo: z.boolean(),
  /** Whether others than people at the portal's own machine can do that. */
  isDemoOpen: z.boolean(),
  failure: z
    .object({
      code: z.string(),
      detail: z.string(),
      /** The account that was used and its tenant, where the provider named them. */
      account: z.string().optional(),
      tenant: z.string().optional(),
      issuer: z.string(),
      returnTo: z.string(),
    })
    .nullable(),
})
export type SignInWays = z.infer<typeof SignInWays>

/** PUT /api/session/organization: what a visitor says of its organisation, before it accepts. */
export const Introduction = z.object({ displayName: Line(200).min(1), country: Country }).strict()
export type Introduction = z.infer<typeof Introduction>

/** One of the caller's own sessions. `browser` and `system` are empty where the device does not say. */
export const OwnSession = z.object({
  id: z.uuid(),
  isPresent: z.boolean(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  browser: z.string(),
  system: z.string(),
  /** The address that it was opened from; empty where it is not known. */
  address: z.string(),
})
export type OwnSession = z.infer<typeof OwnSession>

const ClaimTexts = z.array(z.string()).catch([])
const ClaimText = z.string().optional().catch(undefined)

/** What an ID token says of a person, by Entra ID's names; a claim of another form counts as absent. */
export const IdentityClaims = z.object({
  sub: z.string().min(1).max(255),
  tid: ClaimText, oid: ClaimText, name: ClaimText, email: ClaimText, preferred_username: ClaimText, locale: ClaimText,
  xms_pl: ClaimText, tenant_ctry: ClaimText,
  wids: ClaimTexts, roles: ClaimTexts, groups: ClaimTexts, verified_primary_domain: ClaimTexts,
  /** Claims that were left out for their number, and where they are. */
  _claim_names: z.record(z.string(), z.unknown()).optional().catch(undefined),
})
export type IdentityClaims = z.infer<typeof IdentityClaims>
