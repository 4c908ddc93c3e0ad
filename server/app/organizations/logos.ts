import { z } from '@hono/zod-openapi'
import {
  type GivenLogo, givenLogo, type KeptLogo, keptLogo, type LogoFault, mostOfLogo, pngSides, shownLogo,
} from '../../../domain/organizations/logo.ts'
import { canChangeOrganization } from '../../../domain/organizations/rules.ts'
import { LogoDraft, OrganizationLogo } from '../../../domain/organizations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { DrawnLogo, LogoRecord } from '../../store/organizations/logos.ts'
import { scopeOf } from '../../store/scope.ts'
import { recordOf } from '../audit/record.ts'
import { endpoints } from '../http/api.ts'
import { command } from '../http/command.ts'
import { anybody, headers, refusals, signedIn } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { ApiProblem, invalidField, visible } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import type { Ports } from '../ports.ts'
import { logoNameOf } from '../secrets.ts'

const address = z.object({ organization: z.uuid(), name: z.string().regex(/^[\w-]{43}\.png$/) })

export const organizationLogoRoutes = {
  own: signedIn.get('/organization/logo', {}, { 200: json(OrganizationLogo, 'The logo of the caller’s organization'), ...problems(401) }),
  put: signedIn.put('/organization/logo', { ...jsonBodyOf(LogoDraft), headers }, {
    200: json(OrganizationLogo, 'The picture was redrawn as a PNG, which is all that is kept of it'), ...refusals, ...problems(428, 503),
  }),
  remove: signedIn.delete('/organization/logo', { headers }, {
    204: { description: 'Removed; its address leads nowhere any more' }, ...refusals, ...problems(428),
  }),
  picture: anybody.get('/logos/{organization}/{name}', { params: address }, {
    200: { description: 'A logo, for whoever was shown its address', content: { 'image/png': { schema: z.string() } } }, ...problems(404),
  }),
}

/** Goes over the signs by hand, since `Uint8Array.from` takes tens of milliseconds for them. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const signs = atob(base64)
  const bytes = new Uint8Array(signs.length)
  for (let at = 0; at < signs.length; at++) bytes[at] = signs.codePointAt(at) ?? 0
  return bytes
}

function base64Of(bytes: Uint8Array): string {
  let signs = ''
  for (const byte of bytes) signs += String.fromCodePoint(byte)
  return btoa(signs)
}

const unfit = (code: LogoFault) =>
  invalidField('/picture', code, { limit: code === 'organization.logo_too_large' ? mostOfLogo.bytes / 1024 : mostOfLogo.side })

function read(picture: string): GivenLogo {
  if (picture.length > Math.ceil(mostOfLogo.bytes / 3) * 4) throw unfit('organization.logo_too_large')
  let bytes: Uint8Array
  try {
    bytes = bytesOf(picture)
  } catch {
    throw unfit('organization.logo_unknown')
  }
  const given = givenLogo(bytes, textOf(bytes))
  if (typeof given === 'string') throw unfit(given)
  return given
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

async function redrawn({ redrawLogo, secret }: Ports, organizationId: string, given: GivenLogo): Promise<DrawnLogo> {
  const drawn = await redrawLogo(given)
  if (drawn === 'busy') throw new ApiProblem({ status: 503, code: 'request.busy', retryAfterSeconds: 1 })
  if (typeof drawn === 'string') throw unfit(drawn)
  const sides = pngSides(drawn)
  if (!sides || sides.width > keptLogo.width || sides.height > keptLogo.height || drawn.length > keptLogo.bytes)
    throw new Error('The host drew a logo that is none')
  const picture = base64Of(drawn)
  return { name: await logoNameOf(secret, organizationId, picture), ...sides, picture }
}

const onWire = ({ organization }: Actor, { logo, version }: LogoRecord): OrganizationLogo =>
  ({ logo: logo && shownLogo(organization.id, logo), etag: etagOf({ version }) })

/** What the record says of a logo. */
const told = (logo: KeptLogo | null) => (logo ? `PNG ${logo.width} × ${logo.height}` : null)

export function organizationLogoEndpoints(ports: Ports) {
  const { logos } = ports.store
  const recordIn = (actor: Actor, at: string, before: KeptLogo | null, after: KeptLogo | null) => {
    const { id } = actor.organization
    return recordOf(actor, [{
      at, action: after ? 'organization.logo_given' : 'organization.logo_removed', noun: 'organizations', nounId: id, organizationIds: [id],
      changed: { logo: { before: told(before), after: told(after) } },
    }])
  }

  return endpoints()
    .openapi(organizationLogoRoutes.own, async (c) => {
      const body = onWire(c.var.actor, await logos.own(scopeOf(c.var.actor)))
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(organizationLogoRoutes.put, async (c) => {
      const { actor } = c.var
      const { body } = await command(c, ports, {
        find: () => logos.own(scopeOf(actor)),
        may: () => canChangeOrganization(actor),
        version: (record) => record,
        mustBeSeen: true,
        next: async ({ logo, version }) => {
          const drawn = await redrawn(ports, actor.organization.id, read(c.req.valid('json').picture))
          return drawn.name === logo?.name ? 'unchanged' : { logo: drawn, version }
        },
        again: (record) => onWire(actor, record),
        event: (next, at, { logo }) => recordIn(actor, at, logo, next.logo),
        save: (next, write) => logos.save(scopeOf(actor), next, write),
        onWire: (saved) => onWire(actor, saved),
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(organizationLogoRoutes.remove, async (c) => {
      const { actor } = c.var
      await command(c, ports, {
        find: async () => {
          const record = await logos.own(scopeOf(actor))
          visible(record.logo ?? undefined, 'organization.logo_not_found')
          return record
        },
        may: () => canChangeOrganization(actor),
        version: (record) => record,
        mustBeSeen: true,
        next: ({ version }) => ({ logo: null, version }),
        event: (_, at, { logo }) => recordIn(actor, at, logo, null),
        save: (next, write) => logos.save(scopeOf(actor), next, write),
      })
      return c.body(null, 204)
    })
    .openapi(organizationLogoRoutes.picture, async (c) => {
      const { organization, name } = c.req.valid('param')
      const picture = visible(await logos.picture(organization, name.slice(0, -'.png'.length)), 'organization.logo_not_found')
      return c.body(bytesOf(picture), 200, {
        'Content-Type': 'image/png',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        // The address changes with the content.
        'Cache-Control': 'private, max-age=31536000, immutable',
      })
    })
}
