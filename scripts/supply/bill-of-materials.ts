import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { npmCall } from './npm.ts'

type Component = { name: string; 'bom-ref': string }
type Bill = { serialNumber?: string; metadata: { timestamp?: string; component: Component }; components: Component[] }

/** What the product is made of, as CycloneDX, from the lock file alone; the same one gives the same bytes. Throws when npm cannot. */
export function billOfMaterials(root: string): string {
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev', '--package-lock-only']
  const [command, all, options] = npmCall(args)
  const { status, stdout, error } = spawnSync(command, all, { ...options, cwd: root, encoding: 'utf8', maxBuffer: 32 << 20 })
  if (status !== 0) throw new Error(`The build has no bill of materials: npm sbom ended with ${error?.message ?? `code ${status}`}.`)
  return steady(JSON.parse(stdout) as Bill)
}

/** npm writes its time, a random number and the folder's name; the number comes from the content here, and the name from package.json. */
export function steady(bill: Bill): string {
  const { timestamp: _time, component, ...metadata } = bill.metadata
  const name = component['bom-ref'].replace(/@[^@]*$/, '')
  const content = { ...bill, serialNumber: undefined, metadata: { ...metadata, component: { ...component, name } } }
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  // Version 8: a number made by a rule of one's own.
  const number = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-')
  return `${JSON.stringify({ ...content, serialNumber: `urn:uuid:${number}` }, undefined, 1)}\n`
}
