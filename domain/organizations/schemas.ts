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
