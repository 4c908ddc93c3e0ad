import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../scripts/free-port.ts'
import { accountOf, globalAdministrator } from '../../scripts/issuer/accounts.ts'
import { startIssuer } from '../../scripts/issuer/issuer.ts'
import { expect, test as base } from '../fixtures.ts'
import { wordsOf } from '../words.ts'
import { choose } from './issuer-fixtures.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const say = wordsOf('en')
const tenant = '7d9a0e9a-1111-4222-8333-444455556666'

const test = base.extend({ baseURL: async ({}, use) => use(`http://127.0.0.1:${await freePort()}`) })

type Step = { commands: string; said: readonly string[] }

/** The commands of a section of the documentation in their order, each with what it says. */
async function stepsOf(file: string, heading: string): Promise<Step[]> {
  const [, section = ''] = (await readFile(join(root, file), 'utf8')).split(`\n## ${heading}\n`)
  const steps: { commands: string; said: string[] }[] = []
  for (const [, language, text = ''] of (section.split('\n## ')[0] ?? '').matchAll(/^ *```(sh|text)\n([^`]*)```$/gm)) {
    const lines = text.split('\n').map((line) => line.trim()).filter(Boolean)
    if (language === 'sh') steps.push({ commands: lines.join('\n'), said: [] })
    else steps.at(-1)?.said.push(...lines)
  }
  return steps
}

test('an operator follows the first run of the documentation as it stands', async ({ page, baseURL }) => {
  const room = await mkdtemp(join(tmpdir(), 'tessera-first-run-'))
  const admin = accountOf(tenant, 'contoso.example', 'Sora Min', { wids: [globalAdministrator] })
  const issuer = await startIssuer({ accounts: [admin] })
  await writeFile(join(room, 'client-secret'), issuer.clientSecret)
  const own = {
    PUBLIC_URL: baseURL ?? '', PORT: new URL(baseURL ?? '').port, DATA_DIR: join(room, 'data'), TENANT: tenant,
    OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: issuer.clientId, OIDC_CLIENT_SECRET_FILE: join(room, 'client-secret'),
  }
  const { PATH = '', HOME = '' } = process.env
  const settings: Record<string, string> = { PATH, HOME }
  const withValues = (line: string) => line.replaceAll(/\$(\w+)/g, (_whole, name: string) => settings[name] ?? '')
  const run = (commands: string) => {
    const child = spawn('sh', ['-ec', commands], { cwd: root, env: settings, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    const heard: string[] = []
    for (const pipe of [child.stdout, child.stderr]) pipe.setEncoding('utf8').on('data', (text: string) => heard.push(text))
    return { child, ended: once(child, 'close'), heard: () => heard.join('') }
  }
  let portal: ReturnType<typeof run> | undefined
  /** Presses Ctrl+C, which reaches every process of the shell. */
  const interrupt = async () => {
    const { pid, exitCode, signalCode } = portal?.child ?? {}
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGINT')
    await portal?.ended
  }

  try {
    for (const { commands, said } of await stepsOf('docs/operations.md', 'The first run'))
      await test.step(commands, async () => {
        if (commands.startsWith('export ')) {
          const names = commands.split('\n').map((line) => /^export (\w+)=\S+$/.exec(line)?.[1])
          expect(new Set(names)).toEqual(new Set(Object.keys(own)))
          Object.assign(settings, own)
        } else if (commands === 'npm start') {
          portal = run(commands)
          for (const line of said) await expect.poll(portal.heard, { timeout: 120_000 }).toContain(withValues(line))
          await page.goto('/')
          await page.getByRole('link', { name: say('session.sign_in.with_organization') }).click()
          await choose(page, admin)
          await expect(page).toHaveURL(/\/$/)
          await page.goto('/organization/people')
          await expect(page.getByRole('main').getByText(admin.name).first()).toBeVisible()
          await page.close()
        } else {
          if (commands.includes('audit')) await interrupt()
          const { child, ended, heard } = run(commands)
          await ended
          expect(child.exitCode, heard()).toBe(0)
          for (const line of said) expect(heard()).toContain(withValues(line))
        }
      })
  } finally {
    await interrupt()
    await issuer.stop()
    await rm(room, { recursive: true, force: true })
  }
})
