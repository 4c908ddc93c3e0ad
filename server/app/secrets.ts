import { sha256 as hashed } from 'js-sha256'
import { uuidOf } from '../../domain/uuid.ts'

const encoder = new TextEncoder()

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** Up to this many characters, another thread costs more than it saves. */
const hashedAtOnce = 4_096

/** SHA-256, 64 hex digits. */
export const sha256 = async (text: string): Promise<string> =>
  (text.length <= hashedAtOnce ? hashed(text) : hex(await crypto.subtle.digest('SHA-256', encoder.encode(text))))

/** 256 random bits in 43 characters. */
export const newSessionToken = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)))

/** A random UUID on every host: browsers lack `crypto.randomUUID` without TLS. */
export const randomUuid = (): string => uuidOf(crypto.getRandomValues(new Uint8Array(16)), 4)

/** The form of every link token; other texts need no look into the store. */
export const linkToken = /^[A-Za-z0-9_-]{43}$/

/** HMAC-SHA-256, 43 characters. */
async function signed(secret: string, text: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text))))
}

/**
 * Derives a link's token by HMAC-SHA-256 under the installation's secret, so that the link can be shown again without being stored. 256
 * bits, 43 characters.
 */
export const tokenOf = (secret: string, link: { inviterId: string; invitationId: string; linkNumber: number }): Promise<string> =>
  signed(secret, `${link.inviterId}/${link.invitationId}/${link.linkNumber}`)

/** Recognises a repeated text without revealing it. */
export const sameAgain = (secret: string, of: string, text: string): Promise<string> => signed(secret, `same/${of}/${text}`)

/** Derives the token that only stops one invitation's reminders. */
export const unsubscribeTokenOf = (secret: string, invitation: { partnerId: string; invitationId: string }): Promise<string> =>
  signed(secret, `unsubscribe/${invitation.partnerId}/${invitation.invitationId}`)

/** Derives the token that only turns off one kind of a person's mails. */
export const noticesTokenOf = (
  secret: string, { organizationId, userId, kind }: { organizationId: string; userId: string; kind: string },
): Promise<string> => signed(secret, `notices/${organizationId}/${userId}/${kind}`)

/**
 * Derives an access token by HMAC-SHA-256 under the installation's secret from a key that its maker has and that is not stored, so that the
 * database with the secret does not yield it. 256 bits, 43 characters behind a prefix.
 */
export const accessTokenOf = async (
  secret: string, prefix: string, { organizationId, tokenId, key }: { organizationId: string; tokenId: string; key: string },
): Promise<string> => prefix + (await signed(secret, `access/${organizationId}/${tokenId}/${key}`))

/** The form of every access token; other texts need no look into the store. */
export const accessToken = /^tess_(?:pat|svc)_[A-Za-z0-9_-]{43}$/
/** AES-GCM under a key of the installation's secret for this purpose; 96 random bits, then ciphertext, base64url. */
export async function seal(secret: string, purpose: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await sealingKey(secret, purpose), encoder.encode(text))
  return base64url(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
}

/** What was sealed for this purpose; undefined for anything else. */
export async function unseal(secret: string, purpose: string, sealed: string): Promise<string | undefined> {
  if (!/^[\w-]{38,8192}$/.test(sealed)) return undefined
  try {
    const bytes = Uint8Array.from(atob(sealed.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
    const iv = bytes.slice(0, 12)
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await sealingKey(secret, purpose), bytes.slice(12))
    return new TextDecoder().decode(text)
  } catch {
    return undefined
  }
}

async function sealingKey(secret: string, purpose: string): ReturnType<typeof crypto.subtle.deriveKey> {
  const source = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(`seal/${purpose}`) }
  return crypto.subtle.deriveKey(how, source, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Derives a value that only this sign-in has: `nonce` or `verifier` (PKCE), 43 characters. */
export const signInSecretOf = (secret: string, what: 'nonce' | 'verifier', id: string): Promise<string> =>
  signed(secret, `sign-in/${what}/${id}`)

/**
 * Derives what a webhook's messages are signed with, in the form of Standard Webhooks. It depends on the installation's secret alone, since
 * the worker that signs has nothing else; the database without that secret yields it to nobody.
 */
export const webhookSecretOf = async (
  secret: string, { organizationId, webhookId }: { organizationId: string; webhookId: string },
): Promise<string> => {
  const derived = await signed(secret, `webhook/${organizationId}/${webhookId}`)
  return `whsec_${derived.replaceAll('-', '+').replaceAll('_', '/')}=`
}

/** Derives the token of a reseller's invitation; nothing is stored of it, so that it changes with the secret. */
export const joiningTokenOf = (secret: string, { providerId, inviteId }: { providerId: string; inviteId: string }): Promise<string> =>
  signed(secret, `join/${providerId}/${inviteId}`)

/** Derives what a DNS record says to prove that the domain is the organisation's. */
export const domainProofOf = (secret: string, { organizationId, domain }: { organizationId: string; domain: string }): Promise<string> =>
  signed(secret, `domain/${organizationId}/${domain}`)

/** Derives a logo's name from its content: the same picture keeps its address, which nobody else can guess. */
export const logoNameOf = async (secret: string, organizationId: string, picture: string): Promise<string> =>
  signed(secret, `logo/${organizationId}/${await sha256(picture)}`)
