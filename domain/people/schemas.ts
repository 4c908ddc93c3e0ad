import { z } from 'zod'
import { partnerRoles, roles } from '../session/roles.ts'
import { Line } from '../words-of-others/schemas.ts'

const roleSources = ['directory', 'mapping', 'hand'] as const

/** One who may enter, or might. */
export const Person = z.object({
  id: z.uuid(),
  displayName: z.string(),
  email: z.string(),
  /** Empty for one who came and has no role yet. */
  roles: z.array(z.object({ role: z.enum(roles), from: z.array(z.enum(roleSources)) })),
  /** The first sign-in; null for one of before it was kept. */
  since: z.iso.datetime().nullable(),
  lastSignInAt: z.iso.datetime().nullable(),
  /** How many browsers the person is signed in with, and how many personal access tokens live. */
  sessions: z.number().int(),
  tokens: z.number().int(),
  removedAt: z.iso.datetime().nullable(),
  removedBy: z.string().nullable(),
  etag: z.string(),
})
export type Person = z.infer<typeof Person>

/** PATCH /api/people/:id: the roles by hand, all of them. */
export const PersonRoles = z.object({ roles: z.array(z.enum(partnerRoles)).max(partnerRoles.length) }).strict()
export type PersonRoles = z.infer<typeof PersonRoles>

export const longestClaim = 120
export const mostMappingRows = 50

/** An app role's value, or a group's object id, and the role that it gives. */
const MappingRow = z.object({ claim: Line(longestClaim).min(1), role: z.enum(partnerRoles) }).strict()
export type MappingRow = z.infer<typeof MappingRow>

/** PUT /api/role-mapping: all rows, in place of those before. */
export const RoleMappingDraft = z.object({ rows: z.array(MappingRow).max(mostMappingRows) }).strict()

export const RoleMapping = RoleMappingDraft.extend({
  /** Whether the organisation has said nothing yet. */
  isUsual: z.boolean(),
  etag: z.string(),
})
export type RoleMapping = z.infer<typeof RoleMapping>
