import { type Exception, unaccepted } from './exceptions.ts'

type Locked = { packages: Record<string, { license?: string; link?: boolean }> }

/** Licences that ask for no more than their text to be kept. */
const free = new Set([
  '0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0', 'Python-2.0', 'Unlicense',
])

/** Every installed package, of the product and of its tools, has a licence from the list, or an exception. */
export function licenceProblems(lock: Locked, exceptions: readonly Exception[], today: Date): string[] {
  const findings = Object.entries(lock.packages).filter(([path, { license, link }]) => path !== '' && !link && !isFree(license))
    .map(([path, { license = 'none' }]) => {
      const of = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return { of, found: license, says: `${of} has the licence ${license}, which is not on the list (scripts/supply/licences.ts).` }
    })
  return unaccepted(findings, exceptions, today)
}

/** Of `(A OR B)` one suffices; whatever else stands between names is for a person to read. */
const isFree = (licence = '') => licence.replace(/^\((.*)\)$/, '$1').split(' OR ').some((one) => free.has(one))
