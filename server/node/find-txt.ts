import { Resolver } from 'node:dns/promises'

const resolver = new Resolver({ timeout: 3_000, tries: 2 })

/** DNS says that there is no such name, or none with such a record. */
const nothing = ['ENOTFOUND', 'ENODATA']

/** The TXT records of a name, each in one piece. */
export async function findTxt(name: string, dns: Pick<Resolver, 'resolveTxt'> = resolver): Promise<readonly string[] | 'unreachable'> {
  try {
    return (await dns.resolveTxt(name)).map((pieces) => pieces.join(''))
  } catch (error) {
    return nothing.includes((error as NodeJS.ErrnoException).code ?? '') ? [] : 'unreachable'
  }
}
