import { z } from 'zod'
import { partnerIdForm } from '../partnerships/partner-id.ts'
import { TimeZone } from '../calendar/schemas.ts'
import { locales } from '../session/locales.ts'
import { longest } from '../words-of-others/lengths.ts'
import { Address, DomainName, Line, TenantId } from '../words-of-others/schemas.ts'
import { clouds, partnerKinds } from './kinds.ts'

/** ISO 3166-1 alpha-2, upper case. The country set in the tenant decides the market, not an office's address (BR-39). */
export const Country = z.string().regex(/^[A-Z]{2}$/)

/** An organisation and its directory (tenant). `id` is ours; `tenantId` is its directory's. */
export const Organization = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  displayName: z.string(),
  domain: z.string(),
  kind: z.enum([...partnerKinds, 'customer']),
  cloud: z.enum(clouds),
  country: Country,
  /** The numeric PartnerID (formerly MPN ID); partners only. */
  partnerId: z.string().optional(),
  /** A tenant that only opened an invitation; its name and country are its own word until it accepts. */
  isVisiting: z.literal(true).optional(),
})
export type Organization = z.infer<typeof Organization>

/** What an organisation may know of another one. */
export const OrganizationRef = Organization.pick({ id: true, tenantId: true, displayName: true })
export type OrganizationRef = z.infer<typeof OrganizationRef>

/** An organisation's logo where it is shown, in pixels of the page. */
export const Logo = z.object({ src: z.string(), width: z.int(), height: z.int() })
export type Logo = z.infer<typeof Logo>

/** What the portal vouches for of an organisation; its name, contact and logo are its own word. */
export const Standing = z.object({
  /** Proven by DNS records. */
  domains: z.array(z.string()),
  /** Whether somebody signed in with its directory. */
  hasSignedIn: z.boolean(),
  /** Whom its name can be mistaken for: Microsoft, or another partner, of which no more is told. */
  imitates: z.enum(['microsoft', 'other']).nullable(),
  /** Proves nothing; null also while the name can be mistaken. */
  logo: Logo.nullable(),
})
export type Standing = z.infer<typeof Standing>

/** An organisation as an operator describes it. */
export const OrganizationDraft = z.strictObject({
  kind: Organization.shape.kind,
  cloud: Organization.shape.cloud,
  country: Country,
  tenantId: TenantId,
  displayName: Line(longest.name).min(1),
  domain: DomainName.optional(),
  partnerId: z.string().regex(partnerIdForm).optional(),
})
export type OrganizationDraft = z.infer<typeof OrganizationDraft>

/** Whom others turn to. */
const OrganizationContact = z.strictObject({
  name: Line(longest.personName).min(1),
  email: Address,
  phone: Line(longest.phoneNumber).min(1).optional(),
})

/** What an organisation says of itself; null where it has said nothing. */
const said = {
  displayName: Line(longest.name).min(1),
  contact: OrganizationContact.nullable(),
  timeZone: TimeZone.nullable(),
  language: z.enum(locales).nullable(),
}

export const OrganizationProfile = Organization.extend({ ...said, etag: z.string() })
export type OrganizationProfile = z.infer<typeof OrganizationProfile>

/** What is left out stays as it is. */
export const OrganizationChange = z.strictObject(said).partial()
export type OrganizationChange = z.infer<typeof OrganizationChange>

/** `logo` is what it has given, whether others are shown it or not. */
export const OrganizationLogo = z.object({ logo: Logo.nullable(), etag: z.string() })
export type OrganizationLogo = z.infer<typeof OrganizationLogo>

/** The bytes of a PNG or SVG, in base64. */
export const LogoDraft = z.strictObject({ picture: z.string().min(1).max(1_000_000).regex(/^[A-Za-z0-9+/]*={0,2}$/) })

export const DomainDraft = z.strictObject({ domain: DomainName })

/** `pretend`, in the demo alone, plays that the record was found. */
export const DomainVerification = z.strictObject({ pretend: z.literal(true).optional() })

/** A domain that an organisation says is its own, and the TXT record of DNS that proves it. */
export const OrganizationDomain = z.object({
  domain: z.string(),
  addedAt: z.iso.datetime(),
  provenAt: z.iso.datetime().nullable(),
  /** Since when the record of a proven domain is not found, and when that ends the proof. */
  missingSince: z.iso.datetime().nullable(),
  proofEndsAt: z.iso.datetime().nullable(),
  record: z.object({ name: z.string(), value: z.string() }),
})
export type OrganizationDomain = z.infer<typeof OrganizationDomain>

/** `standing` is what those are told whom the organisation asks. */
export const OrganizationDomains = z.object({ items: z.array(OrganizationDomain), canPretend: z.boolean(), standing: Standing })
export type OrganizationDomains = z.infer<typeof OrganizationDomains>
