import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { importPKCS8 } from 'jose'
import * as client from 'openid-client'
import { z } from 'zod'
import { type Cloud, clouds } from '../../../domain/organizations/kinds.ts'
import { isLoopback } from '../loopback.ts'

/** An identity provider as the operator set it up. */
export type IssuerSettings = {
  id: string
  name: string
  cloud: Cloud
  issuer: URL
  clientId: string
  authentication: client.ClientAuth
  /** The one tenant that it speaks for; undefined where its tokens say which. */
  tenant: string | undefined
}

const Issuer = z
  .object({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    name: z.string().min(1).max(80),
    cloud: z.enum(clouds).default('global'),
    issuer: z.url(),
    clientId: z.string().min(1),
    tenant: z.uuid().toLowerCase().optional(),
    clientSecretFile: z.string().optional(),
    privateKeyFile: z.string().optional(),
    certificateFile: z.string().optional(),
  })
  .strict()
  .refine((each) => (each.clientSecretFile === undefined) !== (each.privateKeyFile === undefined), {
    message: 'wants either clientSecretFile or privateKeyFile',
  })
  .refine((each) => each.certificateFile === undefined || each.privateKeyFile !== undefined, {
    path: ['certificateFile'], message: 'goes with a privateKeyFile',
  })

const Config = z
  .object({ issuers: z.array(Issuer).min(1).max(20) })
  .strict()
  .refine(({ issuers }) => new Set(issuers.map(({ id }) => id)).size === issuers.length, {
    path: ['issuers'], message: 'two issuers have the same id',
  })
  .refine(({ issuers }) => clouds.every((cloud) => issuers.filter((each) => each.cloud === cloud && !each.tenant).length <= 1), {
    path: ['issuers'], message: 'two issuers of one cloud speak for any tenant: give all but one of them its tenant',
  })

/** Thrown with what to correct; never holds a secret. */
export class BadIssuer extends Error {}

/** The address of an issuer: https, or plain http on this machine alone. */
export function issuerUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname.replace(/[[\]]/g, '')))
  return isSafe && !url.search && !url.hash && !url.username && !url.password ? url : undefined
}

/** One issuer with a secret, or the file of several. */
export type SignInSettings = { issuer: URL; clientId: string; clientSecret: string } | { file: string }

/**
 * The issuers of the settings; files that the file names are relative to it. One without a file speaks for the tenants that its tokens
 * name, of the global cloud. Throws {@link BadIssuer}.
 */
export async function readIssuers(settings: SignInSettings): Promise<IssuerSettings[]> {
  if ('file' in settings) return readFile(settings.file)
  const { issuer, clientId, clientSecret } = settings
  const authentication = client.ClientSecretPost(clientSecret)
  return [{ id: 'organization', name: issuer.hostname, cloud: 'global', issuer, clientId, tenant: undefined, authentication }]
}

async function readFile(file: string): Promise<IssuerSettings[]> {
  const checked = Config.safeParse(parsed(file))
  if (!checked.success)
    throw new BadIssuer(
      `OIDC_CONFIG: ${checked.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`).join('; ')}.`,
    )
  return Promise.all(
    checked.data.issuers.map(async ({ id, name, cloud, issuer, clientId, tenant, ...files }) => {
      const url = issuerUrl(issuer)
      if (!url) throw new BadIssuer(`OIDC_CONFIG: ${id}: issuer is to be an https address without query`)
      const at = (named: string) => read(resolve(dirname(file), named), id)
      const authentication = files.privateKeyFile === undefined
        ? client.ClientSecretPost(at(files.clientSecretFile ?? ''))
        : await keyAuthentication(id, at(files.privateKeyFile), files.certificateFile && at(files.certificateFile))
      return { id, name, cloud, issuer: url, clientId, tenant, authentication }
    }),
  )
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new BadIssuer(`OIDC_CONFIG: ${file} ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}.`)
  }
}

function read(file: string, id: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new BadIssuer(`OIDC_CONFIG: ${id}: ${file} cannot be read`)
  }
}

/** Signs as the private key's holder; a certificate is named by its fingerprint, as Entra ID wants it. */
async function keyAuthentication(id: string, pem: string, certificate: string | undefined): Promise<client.ClientAuth> {
  for (const algorithm of ['PS256', 'ES256'])
    try {
      const key = await importPKCS8(pem, algorithm)
      const thumbprint = certificate && createHash('sha256').update(new X509Certificate(certificate).raw).digest('base64url')
      return client.PrivateKeyJwt(key, thumbprint ? { [client.modifyAssertion]: (header) => { header['x5t#S256'] = thumbprint } } : {})
    } catch {
      continue
    }
  throw new BadIssuer(`OIDC_CONFIG: ${id}: privateKeyFile is to hold an RSA or P-256 key as PKCS #8, certificateFile its certificate`)
}
