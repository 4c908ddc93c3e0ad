import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleProject } from './sample-project.ts'
import { root } from './files/source-files.ts'

const packages = {
  'package.json': '{ "type": "module", "dependencies": { "zod": "1.0.0", "kysely": "1.0.0" }, "devDependencies": { "tool": "1.0.0" } }',
  ...Object.fromEntries(['zod', 'kysely', 'tool', 'stowaway'].flatMap((name) => [
    [`node_modules/${name}/package.json`, `{ "name": "${name}", "main": "main.js" }`],
    [`node_modules/${name}/main.js`, 'export const it = 1'],
  ])),
}

/** Each row breaks the rule that names it. */
const broken: Record<string, Record<string, string>> = {
  'no-circular': { 'src/app/ring-a.ts': "import type {} from './ring-b.ts'", 'src/app/ring-b.ts': "import './ring-a.ts'" },
  'no-orphans': { 'src/ui/alone.ts': 'export const alone = 1' },
  'no-unresolvable': { 'src/ui/lost.ts': "import './nowhere.ts'" },
  'no-undeclared-package': { 'src/ui/stow.ts': "import 'stowaway'" },
  'no-development-package-in-what-ships': { 'server/node/dev.ts': "import 'tool'" },
  'no-test-from-code': { 'src/ui/tested.ts': "import './a.test.ts'" },
  'tools-are-not-for-code': { 'mocks/tooled.ts': "import '../scripts/a.ts'" },
  'domain-imports-nothing': { 'domain/worldly.ts': "import 'kysely'" },
  'zod-in-schema-files-only': { 'domain/rules.ts': "import 'zod'" },
  'rules-take-types-from-schemas': { 'domain/other/rules.ts': "import '../page.ts'" },
  'one-way-to-a-cloud-s-policy': { 'src/pages/cloudy.ts': "import '../../domain/clouds/cloud-policies.ts'" },
  'store-knows-domain-only': { 'server/store/proud.ts': "import '../app/a.ts'" },
  'api-knows-the-store-s-promises-only': { 'server/app/nosy.ts': "import '../store/a.ts'" },
  'a-noun-of-the-api-is-used-through-what-it-offers': { 'server/app/one/a.ts': "import '../two/routes.ts'" },
  'a-noun-of-the-store-is-used-through-what-it-offers': { 'server/store/one/a.ts': "import '../two/list.ts'" },
  'api-runs-anywhere': { 'server/app/sql.ts': "import 'kysely'" },
  'no-node-in-what-runs-anywhere': { 'server/app/files.ts': "import 'node:fs'" },
  'node-host-does-not-know-the-browser': { 'server/node/pages.ts': "import '../../src/ui/a.ts'" },
  'browser-does-not-know-the-server': { 'src/api/inside.ts': "import type {} from '../../server/app/a.ts'" },
  'in-browser-api-by-dynamic-import-only': { 'src/main.tsx': "import '../mocks/a.ts'" },
  'in-browser-api-from-main-only': { 'src/app/demo.ts': "void import('../../mocks/a.ts')" },
  'in-browser-api-holds-no-screen': { 'mocks/screen.ts': "import '../src/ui/a.ts'" },
  'features-never-import-each-other': { 'src/features/one/a.ts': "import '../two/a.ts'" },
  'features-do-not-know-pages': { 'src/features/one/b.ts': "import '../../pages/a.ts'" },
  'ui-knows-no-noun': { 'src/ui/knows.ts': "import '../features/two/a.ts'" },
  'api-client-knows-no-screen': { 'src/api/knows.ts': "import '../ui/a.ts'" },
}

const targets = [
  'domain/page.ts', 'domain/clouds/cloud-policies.ts', 'server/app/a.ts', 'server/app/two/routes.ts', 'server/store/a.ts',
  'server/store/two/list.ts', 'mocks/a.ts', 'scripts/a.ts', 'src/ui/a.ts', 'src/ui/a.test.ts', 'src/pages/a.ts', 'src/features/two/a.ts',
]

test('every arrow that is forbidden is found, each by its own rule', () => {
  const config = '.dependency-cruiser.json'
  const folder = sampleProject(config, {
    ...packages,
    ...Object.fromEntries(targets.map((path) => [path, 'export const a = 1'])),
    ...Object.fromEntries(Object.values(broken).flatMap((files) => Object.entries(files))),
  })
  const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [cruise, '--config', config, '--output-type', 'json', 'domain', 'server', 'src', 'mocks', 'scripts']
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })
  rmSync(folder, { recursive: true })
  expect(stderr).toBe('')
  const found = (JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }).summary.violations
  const rules = (JSON.parse(readFileSync(join(root, config), 'utf8')) as { forbidden: { name: string }[] }).forbidden
  expect(Object.keys(broken)).toEqual(rules.map((rule) => rule.name))
  const missed = Object.entries(broken).filter(([name, files]) =>
    !found.some((violation) => violation.rule.name === name && violation.from in files),
  )
  expect(missed.map(([name]) => name)).toEqual([])
}, 60_000)
