import { parseArgs } from 'node:util'
import { linkOf } from '../../app/invitations/links.ts'
import { seedDemo } from '../../store/demo/seed-demo.ts'
import { seedScale } from '../../store/demo/scale/seed-scale.ts'
import { openTables } from '../database/open-tables.ts'
import { readSettings } from '../env.ts'
import { lockWhenEmbedded } from '../open-api.ts'
import { keptSecret } from '../session/session-secret.ts'

const usage = 'Usage: npm run seed -- --customers 1..1000000 [--resellers 1..500]'

const read = (text: string | undefined, most: number): number | undefined => {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined
}

const { values } = parseArgs({ options: { customers: { type: 'string' }, resellers: { type: 'string', default: '500' } } })
const wanted = { customers: read(values.customers, 1_000_000), resellers: read(values.resellers, 500) }
if (wanted.customers === undefined || wanted.resellers === undefined) {
  process.stderr.write(`${usage}\n`)
  process.exitCode = 2
} else await seed(wanted.customers, wanted.resellers)

async function seed(customers: number, resellers: number): Promise<void> {
  const settings = readSettings()
  const now = new Date()
  const lock = lockWhenEmbedded(settings, () => now)
  const opened = await openTables(settings, lock)
  try {
    const links = { secret: settings.sessionSecret ?? keptSecret(settings.dataDir), publicUrl: settings.publicUrl ?? 'http://localhost' }
    const tokenHashOf = async (invitation: Parameters<typeof linkOf>[1]) => (await linkOf(links, invitation)).tokenHash
    await seedDemo(opened.db, { now, tokenHashOf })
    const began = performance.now()
    const told = (done: number) => {
      if (done % 20_000 === 0) process.stdout.write(`${done} customers, ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
    }
    const isNew = await seedScale(opened.db, { customers, resellers, now, tokenHashOf, told })
    process.stdout.write(isNew ? 'All are there.\n' : 'This store has been filled before; nothing was added.\n')
  } finally {
    await opened.close()
    lock?.release()
  }
}
