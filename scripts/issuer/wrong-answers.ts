import { decodeJwt } from 'jose'
import type { Faults } from './issuer.ts'

type WrongAnswer = { name: string; faults: Faults; code: 'sign_in.not_trusted' | 'sign_in.clock' }

const claiming = (changes: () => object): Faults => ({ claims: (claims) => ({ ...claims, ...changes() }) })
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
const anotherAlgorithm = Buffer.from('{"alg":"HS256"}').toString('base64url')

/** What an issuer must not get away with; clocks differ by ten minutes. */
export const wrongAnswers: readonly WrongAnswer[] = [
  { name: 'for another audience', faults: claiming(() => ({ aud: 'another' })), code: 'sign_in.not_trusted' },
  { name: 'of another issuer', faults: claiming(() => ({ iss: 'https://issuer.example' })), code: 'sign_in.not_trusted' },
  { name: 'to another sign-in', faults: claiming(() => ({ nonce: 'another' })), code: 'sign_in.not_trusted' },
  { name: 'that is over, though issued now', faults: claiming(() => ({ exp: 1_000 })), code: 'sign_in.not_trusted' },
  { name: 'that is tampered with', faults: { token: tampered }, code: 'sign_in.not_trusted' },
  { name: 'that is unsigned', faults: { unsigned: true }, code: 'sign_in.not_trusted' },
  {
    name: 'with another algorithm', code: 'sign_in.not_trusted',
    faults: { token: (token) => `${anotherAlgorithm}.${token.split('.').slice(1).join('.')}` },
  },
  {
    name: 'of a clock that is behind', code: 'sign_in.clock',
    faults: claiming(() => ({ iat: inSeconds(-600), exp: inSeconds(-300) })),
  },
  {
    name: 'of a clock that is ahead', code: 'sign_in.clock',
    faults: claiming(() => ({ iat: inSeconds(600), exp: inSeconds(4_200) })),
  },
]

/** Puts another name into the token, under the same signature. */
function tampered(token: string): string {
  const [head = '', , signature = ''] = token.split('.')
  const body = Buffer.from(JSON.stringify({ ...decodeJwt(token), name: 'Somebody else' })).toString('base64url')
  return [head, body, signature].join('.')
}
